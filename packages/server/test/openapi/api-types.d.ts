export interface paths {
    "/api/tickets/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change a ticket
         * @description A field left out is kept as it is; `null` clears it.
         */
        put: operations["upsertTicket"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticketId}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a ticket: its turn has come
         * @description Marks the ticket `called`, sends it `your_turn`, and sends `almost_your_turn` to the next waiting tickets of its department. Another call sends `your_turn` again, unless it has the same Idempotency-Key. `almost_your_turn` goes once to a ticket: a later call answers with the one that was sent.
         */
        post: operations["callTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an opt-in: its code, message and links
         * @description A browser calls it with the publishable key from an allowed origin, a server with the secret key.
         */
        post: operations["createOptIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of an opt-in */
        get: operations["readOptIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-ins/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a step of the funnel
         * @description Made for sendBeacon: the body may come as text/plain, with the clientToken in it.
         */
        post: operations["recordFunnelEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-ins/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of an opt-in as server-sent events
         * @description First the present state, then each change: `event: state`, whose data is an OptInStatus.
         */
        get: operations["followOptIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/o/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Short link of an opt-in
         * @description Leads to WhatsApp on the device of the reader and changes nothing.
         */
        get: operations["followShortLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/m/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customer's own page
         * @description Opened by the link in each welcome. Shows what is held, and changes nothing.
         */
        get: operations["showCustomerPage"];
        put?: never;
        /**
         * A form of the customer page
         * @description A form body. `action`: `stop`, `pause` with `until` (`hour`, or ISO 8601 within a day), `resume`, `language` with `locale`, or `erase`. Anything else changes nothing.
         */
        post: operations["actOnCustomerPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/m/{token}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the customer agreed to, and when */
        get: operations["showConsentReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/m/{token}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything held of the customer, as JSON */
        get: operations["downloadCustomerData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/public-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The VAPID public key, base64url */
        get: operations["readPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a browser's push subscription */
        post: operations["subscribeToPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a push subscription */
        delete: operations["unsubscribeFromPush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a push was displayed
         * @description For service workers: the body may come as text/plain, and the token in it is the whole permission.
         */
        post: operations["acknowledgePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/ultramsg/inbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What customers write and what became of messages, as UltraMsg reports it */
        post: operations["receiveFromUltraMsg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meta's handshake: the challenge comes back as text */
        get: operations["answerMetaHandshake"];
        put?: never;
        /** What customers write and what became of messages, as Meta reports it, in batches */
        post: operations["receiveFromMeta"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/twilio/whatsapp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What customers write by WhatsApp, as Twilio reports it */
        post: operations["receiveWhatsAppFromTwilio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/twilio/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What customers write by SMS: STOP and START count, nothing opens a session */
        post: operations["receiveSmsFromTwilio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/twilio/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of messages, as Twilio reports it */
        post: operations["receiveStatusFromTwilio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notify a customer: push, WhatsApp, SMS, none
         * @description The document comes with 200 whichever tier it ended in, `none` included.
         */
        post: operations["notify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which tier would be used now, and why; sends nothing
         * @description The document comes with 200 whichever tier it ended in, `none` included.
         */
        post: operations["explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push, then WhatsApp if a session is open, no further
         * @description The document comes with 200 whichever tier it ended in, `none` included.
         */
        post: operations["notifyByPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SMS alone, same rules
         * @description The document comes with 200 whichever tier it ended in, `none` included.
         */
        post: operations["notifyBySms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notify up to 500 customers, each as by itself
         * @description The answer has one entry for each input, in its order: the notification, or the problem document that the same input would get by itself. An input that is wrong in shape refuses them all, before anything is sent.
         */
        post: operations["notifyBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A notification as it stands, late delivery statuses included */
        get: operations["readNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{phone}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The 24-hour session of a phone
         * @description An unknown phone has no session: `hasActiveSession` is false and the rest null.
         */
        get: operations["readSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do */
        get: operations["readStaffSession"];
        put?: never;
        /**
         * Exchange an admin key for a cookie: for the page at /admin
         * @description The cookie is HttpOnly and SameSite=Strict and lasts twelve hours. A browser keeps the key nowhere.
         */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/staff-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A short-lived token for staff in the host's own pages
         * @description Asked for by the backend of the host, which knows who is signed in there: a viewer unless it says else.
         */
        post: operations["createStaffToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Admin keys, without the keys themselves */
        get: operations["listKeys"];
        put?: never;
        /** Make a key; it is shown this once */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new key in its place; the old one serves for a while more */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key and those that it made, and end their sign-ins */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The queue: who waits, who is called, and how a call would reach them
         * @description Open tickets that changed within 24 hours: the ten called last, then the waiting, the first in line first.
         */
        get: operations["readQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tickets/{ticketId}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a ticket as a member of staff
         * @description As `POST /api/tickets/{ticketId}/call` does it. Written to the audit log.
         */
        post: operations["callTicketAsStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions: who can be reached, and how */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sessions/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are open, how many were renewed */
        get: operations["readSessionStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sessions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End several sessions, or ask their customers for a word before they end
         * @description At most 200 at a time, by ids or by filter. With dryRun it says whom it would reach and does nothing. A reminder goes out once per session, only inside it, and only to a customer with a ticket.
         */
        post: operations["changeSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/contacts/{contactId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The whole phone of a person; written to the audit log */
        post: operations["revealPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{phone}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything held of a person, as JSON; written to the audit log
         * @description By phone, by the id of a contact, or by a user id of WhatsApp; of all linked contacts.
         */
        get: operations["exportContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{phone}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erase a person from every table
         * @description By phone, by the id of a contact, or by a user id of WhatsApp; contacts that are linked to it are erased, too. Counts stay, and consents under a pseudonym that leads nowhere. A keyed hash of the phone stays too: nothing is sent to it until the person writes again.
         */
        delete: operations["eraseContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/inbound-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers wrote */
        get: operations["listInboundMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/inbound-messages/unshown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers sent that cannot be shown: when, and why */
        get: operations["listUnshownMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/inbound-messages/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark messages as seen: these, or all received until then */
        post: operations["markInboundMessagesSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/inbound-messages/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a customer inside the open window
         * @description A WhatsApp text, by the same claim as every send. The document comes with 200 if the vendor refused it, too.
         */
        post: operations["replyToInboundMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notifications, each with its attempts */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notification, with every status that vendors reported */
        get: operations["inspectNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/analytics/opt-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From the prompt to the message: funnel, rates, time */
        get: operations["reportOptIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/analytics/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which method notifications went, and why they failed */
        get: operations["reportDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that nothing was unsolicited, with its query */
        get: operations["reportCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/compliance/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the chain of consents from its beginning, and every send */
        post: operations["checkCompliance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal of consents */
        get: operations["listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings and texts of the organization */
        get: operations["readOrganization"];
        /**
         * Change settings and texts; what is left out stays
         * @description A text names its values in braces: {ticketNumber}. One wrong text saves nothing.
         */
        put: operations["changeOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/organization/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A text as a customer would read it */
        post: operations["previewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/organization/built-in-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The built-in text of a notification, its values in braces */
        get: operations["readBuiltInText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work that failed again and again and was set aside */
        get: operations["listParkedWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/parked/{kind}/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drive it again */
        post: operations["retryParkedWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What SMS may do, and what it cost */
        get: operations["readSms"];
        /** Change the daily limit or the countries of the organization */
        put: operations["changeSms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that events go to, without their secrets */
        get: operations["listEventEndpoints"];
        put?: never;
        /**
         * Send events to an address; its secret is shown this once
         * @description By the Standard Webhooks specification. At least once, in order per ticket, for a day.
         */
        post: operations["createEventEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One address that events go to */
        get: operations["readEventEndpoint"];
        /** Change an address, its types, or whether it is used; what is left out stays */
        put: operations["changeEventEndpoint"];
        post?: never;
        /** Send no more events to an address, and forget what it is owed */
        delete: operations["deleteEventEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the former one signs too for a while */
        post: operations["rotateEventSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has become of events at an address; dead letters by `status=dead` */
        get: operations["listEventDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post one event again, or those of a range
         * @description Events keep their id. They are kept for thirty days, or as long as messages, if that is shorter.
         */
        post: operations["replayEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an `account.alert` of the kind `test` to one address */
        post: operations["testEventEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/sms/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One SMS to a number of the staff's own */
        post: operations["testSms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/export/sessions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All sessions that the filter matches, as CSV
         * @description UTF-8 with a byte order mark. Text that a spreadsheet may take for a formula has an apostrophe before it.
         */
        get: operations["exportSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/export/notifications.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All notifications that the filter matches, as CSV
         * @description UTF-8 with a byte order mark. Text that a spreadsheet may take for a formula has an apostrophe before it.
         */
        get: operations["exportNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/export/consents.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All consents that the filter matches, as CSV
         * @description UTF-8 with a byte order mark. Text that a spreadsheet may take for a formula has an apostrophe before it.
         */
        get: operations["exportConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What staff did: reveals, ends, settings, exports, erasures, keys */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/account-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the platform warns about: the account, its number, its limit, its templates
         * @description Of 7 days, the latest word of each kind about each number, where it is a warning or critical.
         */
        get: operations["listAccountAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has changed, as server-sent events
         * @description First `event: ready`, then `event: change`, each with `{ topics }` to ask for again and an id. With that id as Last-Event-ID, the first event names what was missed. Ends after ten minutes; come again.
         */
        get: operations["followChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can work. 503: its database has not answered for 30 seconds, not even with a refusal; restart it */
        get: operations["checkHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The server can serve: its database answers and takes writes */
        get: operations["checkReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and gauges for Prometheus, without personal data */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "optin.connected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer has sent the message of an opt-in */
        post: operations["optin_connected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "optin.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer skipped the opt-in, or has no WhatsApp */
        post: operations["optin_declined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "optin.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An opt-in code ran out unused */
        post: operations["optin_expired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A 24-hour session begins */
        post: operations["session_opened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.renewed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A further message makes the session longer */
        post: operations["session_renewed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A session is over */
        post: operations["session_ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer has written */
        post: operations["message_received"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer has answered a notification by one tap */
        post: operations["message_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "consent.granted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A consent stands in the journal */
        post: operations["consent_granted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "consent.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A withdrawal stands in the journal */
        post: operations["consent_withdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "notification.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No tier of a notification is left to wait for */
        post: operations["notification_settled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "notification.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A vendor reports that a message has reached its device */
        post: operations["notification_delivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "contact.erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person was erased */
        post: operations["contact_erased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.alert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The platform says something about the account or the number */
        post: operations["account_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        "Event.optin.connected": {
            /** @enum {string} */
            type: "optin.connected";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                optInId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /** @example A017 */
                ticketNumber: string | null;
                /** @example ar */
                locale: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                messageId: string;
                /** Format: date-time */
                connectedAt: string;
            };
        };
        "Event.optin.declined": {
            /** @enum {string} */
            type: "optin.declined";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                optInId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /** @example A017 */
                ticketNumber: string | null;
                /** @example ar */
                locale: string;
                /** @enum {string} */
                reason: "skipped" | "no_whatsapp";
            };
        };
        "Event.optin.expired": {
            /** @enum {string} */
            type: "optin.expired";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                optInId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /** @example A017 */
                ticketNumber: string | null;
                /** @example ar */
                locale: string;
                /** Format: date-time */
                expiredAt: string;
            };
        };
        "Event.session.opened": {
            /** @enum {string} */
            type: "session.opened";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                sessionId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /** @example +966500000000 */
                businessNumber: string;
                /** Format: date-time */
                expiresAt: string;
            };
        };
        "Event.session.renewed": {
            /** @enum {string} */
            type: "session.renewed";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                sessionId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /** @example +966500000000 */
                businessNumber: string;
                /** Format: date-time */
                expiresAt: string;
            };
        };
        "Event.session.ended": {
            /** @enum {string} */
            type: "session.ended";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                sessionId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /** @example +966500000000 */
                businessNumber: string;
                /** @example expired */
                reason: string;
                /** Format: date-time */
                endedAt: string;
            };
        };
        "Event.message.received": {
            /** @enum {string} */
            type: "message.received";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                messageId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                sessionId: string | null;
                /** @example +966500000000 */
                businessNumber: string;
                /** @example +966500000001 */
                phoneNumber: string | null;
                /** @example text */
                contentType: string;
                /** @example How long will it take? */
                text: string;
                /**
                 * @example null
                 * @enum {string|null}
                 */
                keyword: "stop" | "start" | null;
                /** Format: date-time */
                sentAt: string;
                /** Format: date-time */
                receivedAt: string;
            };
        };
        "Event.message.action": {
            /** @enum {string} */
            type: "message.action";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /** @enum {string} */
                action: "on_my_way" | "more_time" | "leave";
                /** @example ticket-17 */
                ticketId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                notificationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                messageId: string;
                /** Format: date-time */
                receivedAt: string;
            };
        };
        "Event.consent.granted": {
            /** @enum {string} */
            type: "consent.granted";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                consentId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                optInId: string | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                messageId: string | null;
                /** @example ticket_notifications */
                purpose: string;
                /** @example whatsapp */
                channel: string;
                /** @example opt_in_code */
                method: string;
                /** Format: date-time */
                recordedAt: string;
            };
        };
        "Event.consent.withdrawn": {
            /** @enum {string} */
            type: "consent.withdrawn";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                consentId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                optInId: string | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                messageId: string | null;
                /** @example ticket_notifications */
                purpose: string;
                /** @example whatsapp */
                channel: string;
                /** @example opt_in_code */
                method: string;
                /** Format: date-time */
                recordedAt: string;
            };
        };
        "Event.notification.settled": {
            /** @enum {string} */
            type: "notification.settled";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                notificationId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string | null;
                /**
                 * @example your_turn
                 * @enum {string|null}
                 */
                type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical" | null;
                success: boolean;
                /**
                 * @example whatsapp_fallback
                 * @enum {string|null}
                 */
                method: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only" | null;
                /**
                 * @example null
                 * @enum {string|null}
                 */
                reason: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome" | null;
            };
        };
        "Event.notification.delivered": {
            /** @enum {string} */
            type: "notification.delivered";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                notificationId: string;
                /** @example ticket-17 */
                ticketId: string | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                contactId: string | null;
                /**
                 * @example your_turn
                 * @enum {string|null}
                 */
                type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical" | null;
                /**
                 * Format: uuid
                 * @example 01938f6e-0000-7000-8000-000000000001
                 */
                attemptId: string;
                /**
                 * @example whatsapp
                 * @enum {string}
                 */
                tier: "push" | "whatsapp" | "sms" | "none";
                /** @example false */
                late: boolean;
                /** Format: date-time */
                deliveredAt: string;
            };
        };
        "Event.contact.erased": {
            /** @enum {string} */
            type: "contact.erased";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                contactIds: string[];
                /** Format: date-time */
                erasedAt: string;
            };
        };
        "Event.account.alert": {
            /** @enum {string} */
            type: "account.alert";
            /** Format: date-time */
            timestamp: string;
            data: {
                /** @example clinic */
                organizationId: string;
                /** @enum {string} */
                kind: "quality" | "limit" | "account" | "template" | "test";
                /**
                 * @example warning
                 * @enum {string}
                 */
                severity: "info" | "warning" | "critical";
                /** @example meta */
                provider: string;
                /** @example +966500000000 */
                businessNumber: string | null;
                /** @example FLAGGED */
                code: string;
                /** @example The quality of the number is low. */
                message: string;
                /** Format: date-time */
                occurredAt: string;
            };
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "BAD_REQUEST" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "TICKET_CLOSED" | "TICKET_CALLED" | "WHATSAPP_DISABLED" | "NO_ACTIVE_SESSION" | "OPTED_OUT" | "GONE" | "PAYLOAD_TOO_LARGE" | "UNPROCESSABLE" | "INVALID_PHONE_NUMBER" | "MESSAGE_TOO_LONG" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMITED" | "SERVER_ERROR" | "PROVIDER_NOT_CONFIGURED" | "UNAVAILABLE";
            /** @description The first field that is wrong. */
            field?: string;
            errors?: {
                field: string;
                message: string;
            }[];
        };
        Ticket: {
            id: string;
            number: string;
            /** @enum {string} */
            status: "waiting" | "called" | "served" | "cancelled" | "left";
            phone: string | null;
            customerName: string | null;
            locale: string | null;
            departmentName: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpsertTicket: {
            /** @example A001 */
            number: string;
            /** @example +966500000000 */
            phone?: string;
            customerName?: string | null;
            /** @example ar-SA */
            locale?: string | null;
            departmentName?: string | null;
            /** @enum {string} */
            status?: "waiting" | "called" | "served" | "cancelled" | "left";
        };
        TicketCalled: {
            called: components["schemas"]["TicketNotification"];
            almost: components["schemas"]["TicketNotification"][];
        };
        TicketNotification: components["schemas"]["Notification"] & {
            ticketId: string;
        };
        Notification: {
            /** Format: uuid */
            id: string;
            /** @description A vendor has accepted it so far. */
            success: boolean;
            /** @enum {string} */
            method: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only";
            /** @enum {string} */
            reason?: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome";
            deliveredTo?: string;
            note?: string;
            attempted: ("push" | "whatsapp" | "sms" | "none")[];
            suggestion?: string;
            complianceNote?: string;
            compliance?: string;
            /** @description No tier is left to wait for. */
            settled: boolean;
            attempts: {
                /** @enum {string} */
                tier: "push" | "whatsapp" | "sms" | "none";
                /** @enum {string} */
                status: "claimed" | "accepted" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
                late: boolean;
                /** @enum {string} */
                reason?: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome";
                providerMessageId?: string;
                errorCode?: string;
                /**
                 * @description What the attempt rests on; absent if nothing was sent.
                 * @enum {string}
                 */
                basis?: "subscription" | "inbound" | "declared" | "proven";
                /** Format: date-time */
                at: string;
            }[];
        };
        CallTicket: {
            /**
             * @description How many of the next waiting tickets get `almost_your_turn`. Default: 2.
             * @example 2
             */
            almost?: number;
            /** @description Refuses a ticket that somebody has called already. Default: false. */
            onlyWaiting?: boolean;
        };
        OptInCreated: {
            /** Format: uuid */
            id: string;
            clientToken: string;
            /** @example K7QX-2M4P-9RTC */
            code: string;
            message: string;
            companyNumber: string;
            organizationName: string;
            links: {
                /** Format: uri */
                universal: string;
                app: string;
                /** Format: uri */
                web: string;
                /** Format: uri */
                short: string;
            };
            /** @enum {string} */
            state: "idle" | "waiting" | "connected" | "expired" | "declined" | "failed";
            /** Format: date-time */
            expiresAt: string;
        };
        CreateOptIn: {
            /** @description Binds with a secret key, or beside a ticketToken for it. */
            ticketId?: string;
            /**
             * @description Words only: it never binds, and no message of ours repeats it. With a publishable key and no ticketToken, at most 16 letters, digits, spaces and hyphens.
             * @example A001
             */
            ticketNumber?: string;
            /** @description A JWT made by app.tickets.createToken. */
            ticketToken?: string;
            /** @enum {string} */
            messageStyle?: "simple" | "branded" | "detailed" | "generic" | "formal" | "casual" | "brief";
            /** @example ar-SA */
            locale?: string;
            /**
             * Format: uri
             * @description With a publishable key, a page of the request's own origin.
             */
            pageUrl?: string;
            consent?: components["schemas"]["ConsentStatement"];
        };
        /** @description The consent sentence that stood beside the link, word for word. */
        ConsentStatement: {
            version: string;
            /** @example ar-SA */
            locale: string;
            text: string;
            hash?: string;
        };
        OptInStatus: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "idle" | "waiting" | "connected" | "expired" | "declined" | "failed";
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            sessionExpiresAt?: string;
        };
        FunnelEvent: {
            /** @enum {string} */
            type: "impression" | "link_open" | "qr_shown" | "help_shown" | "copied" | "declined" | "skipped";
            /** @description Where no header can be set. */
            clientToken?: string;
        };
        PushPublicKey: {
            publicKey: string;
        };
        PushSubscriptionCreated: {
            /** Format: uuid */
            id: string;
        };
        PushSubscribe: {
            subscription: {
                /** Format: uri */
                endpoint: string;
                expirationTime?: number | null;
                keys: {
                    p256dh: string;
                    auth: string;
                };
            };
            /** @description With a secret key: the ticket to be notified. */
            ticketId?: string;
            /**
             * Format: uuid
             * @description With a clientToken: the opt-in it belongs to.
             */
            optInId?: string;
        };
        PushAcknowledgement: {
            /** @description Of the push. */
            notificationId: string;
            /** @description `acknowledge.token` of the push. */
            token: string;
        };
        WebhookAnswer: {
            accepted: number;
            ignored: number;
        };
        Notify: {
            ticketId: string;
            /** @enum {string} */
            type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
            /**
             * @description Values for the placeholders of the type's text.
             * @example {
             *       "position": 3
             *     }
             */
            params?: {
                [key: string]: string | number;
            };
            /** @description Replaces the text of the type. */
            message?: string;
            /** @example ar-SA */
            locale?: string;
            /**
             * @description What the customer can answer by one tap on WhatsApp. Default: the organization's for the type.
             * @example [
             *       "on_my_way",
             *       "more_time",
             *       "leave"
             *     ]
             */
            actions?: ("on_my_way" | "more_time" | "leave")[];
        };
        PushNotification: components["schemas"]["Notification"] & {
            whatsappFallback: {
                attempted: boolean;
                /** @enum {string} */
                reason?: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome";
                suggestion?: string;
                complianceNote?: string;
            };
        };
        NotificationBatchAnswer: {
            /** @description One for each input, in its order: the notification, or the problem that `POST /api/notifications` answers. */
            notifications: (components["schemas"]["Notification"] | components["schemas"]["Problem"])[];
        };
        NotificationBatch: {
            notifications: components["schemas"]["Notify"][];
        };
        SessionStatus: {
            hasActiveSession: boolean;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            lastInboundAt: string | null;
            secondsLeft: number | null;
        };
        StaffSession: {
            organization: {
                id: string;
                name: string;
                defaultLocale: string;
                timeZone: string;
            };
            /** @enum {string} */
            role: "viewer" | "manager";
            scopes: ("sessions.read" | "messages.read" | "notifications.read" | "analytics.read" | "compliance.read" | "settings.read" | "sessions.write" | "messages.write" | "notifications.write" | "settings.write" | "sms.test" | "phones.reveal" | "data.export" | "contacts.erase" | "keys.write" | "audit.read")[];
            name: string;
            /** @enum {string} */
            by: "cookie" | "token" | "key";
            /** Format: date-time */
            expiresAt: string | null;
            /** @description With a cookie: to be sent as X-CSRF-Token with every POST, PUT and DELETE. */
            csrfToken: string | null;
        };
        SignIn: {
            key: string;
        };
        StaffTokenCreated: {
            token: string;
            /** @enum {string} */
            role: "viewer" | "manager";
            /** Format: date-time */
            expiresAt: string;
        };
        StaffTokenRequest: {
            /** @enum {string} */
            role?: "viewer" | "manager";
            name?: string;
            expiresInSeconds?: number;
        };
        AdminKeyList: {
            items: components["schemas"]["AdminKey"][];
        };
        AdminKey: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "manager";
            scopes: ("sessions.read" | "messages.read" | "notifications.read" | "analytics.read" | "compliance.read" | "settings.read" | "sessions.write" | "messages.write" | "notifications.write" | "settings.write" | "sms.test" | "phones.reveal" | "data.export" | "contacts.erase" | "keys.write" | "audit.read")[];
            /** @example ak_…x3Fq */
            hint: string;
            /** @enum {string} */
            source: "configuration" | "stored";
            /** @enum {string} */
            status: "active" | "expiring" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description The key that made it, with which it is revoked. */
            parentId: string | null;
        };
        AdminKeyCreated: components["schemas"]["AdminKey"] & {
            /** @description Shown this once. */
            key: string;
        };
        CreateAdminKey: {
            name: string;
            /** @enum {string} */
            role: "viewer" | "manager";
            scopes?: ("sessions.read" | "messages.read" | "notifications.read" | "analytics.read" | "compliance.read" | "settings.read" | "sessions.write" | "messages.write" | "notifications.write" | "settings.write" | "sms.test" | "phones.reveal" | "data.export" | "contacts.erase" | "keys.write" | "audit.read")[];
            /** Format: date-time */
            expiresAt?: string;
        };
        RotateAdminKey: {
            overlapHours?: number;
        };
        AdminQueue: {
            items: components["schemas"]["AdminQueueTicket"][];
            waiting: number;
            called: number;
            departments: string[];
        };
        AdminQueueTicket: {
            id: string;
            number: string;
            /** @enum {string} */
            status: "waiting" | "called";
            departmentName: string | null;
            holder: {
                /** Format: uuid */
                contactId: string | null;
                /** @description Text of a stranger: never markup. */
                name: string | null;
                /** @example +966•••••••01 */
                maskedPhone: string | null;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description How a call would reach the holder now. */
            reach: {
                /** @enum {string} */
                method: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only";
                /** @enum {string|null} */
                reason: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome" | null;
            } | null;
            notice: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
                success: boolean;
                /** @enum {string} */
                method: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only";
                /** Format: date-time */
                at: string;
            } | null;
            action: {
                /** @enum {string} */
                action: "on_my_way" | "more_time" | "leave";
                /** Format: date-time */
                at: string;
            } | null;
        };
        AdminSessionPage: {
            items: components["schemas"]["AdminSession"][];
            nextCursor: string | null;
            /** @description The search looked at 10,000 sessions and stopped; `nextCursor` goes on from there. */
            cut: boolean;
        };
        AdminSession: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "active" | "expiring" | "ended";
            customer: components["schemas"]["AdminCustomer"];
            ticket: components["schemas"]["AdminTicketReference"];
            openedBy: {
                /** Format: uuid */
                messageId: string;
                text: string | null;
                /** Format: date-time */
                receivedAt: string | null;
                byOptInCode: boolean;
            };
            /** Format: date-time */
            initiatedAt: string;
            /** Format: date-time */
            lastInboundAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            endedAt: string | null;
            endReason: string | null;
            renewals: {
                notices: number;
                renewed: number;
            };
            reachability: {
                push: number;
                session: boolean;
                sms: boolean;
                optedOut: boolean;
            };
        };
        AdminCustomer: {
            /** Format: uuid */
            contactId: string;
            /** @description Text of a stranger: never markup. */
            name: string | null;
            /** @example +966•••••••01 */
            maskedPhone: string | null;
        };
        AdminTicketReference: {
            id: string;
            number: string | null;
            /** @enum {string|null} */
            status: "waiting" | "called" | "served" | "cancelled" | "left" | null;
        } | null;
        AdminSessionStats: {
            active: number;
            expiring: number;
            days: number;
            opened: number;
            endedByStaff: number;
            optedOut: number;
            renewalNotices: number;
            renewed: number;
            renewalRate: number | null;
        };
        BulkSessionsAnswer: {
            /** @enum {string} */
            action: "end" | "remind";
            dryRun: boolean;
            matched: number;
            done: number;
            skipped: number;
            failed: number;
            text: string | null;
            results: {
                /** Format: uuid */
                sessionId: string;
                customer: components["schemas"]["AdminCustomer"];
                ticket: components["schemas"]["AdminTicketReference"];
                /** @enum {string} */
                outcome: "ended" | "would_end" | "sent" | "would_send" | "skipped" | "failed";
                /** @enum {string} */
                reason?: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome" | "no_ticket" | "already_ended" | "already_reminded" | "unknown_session";
                /** @enum {string} */
                method?: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only";
                /** Format: uuid */
                notificationId?: string;
            }[];
        };
        BulkSessions: {
            /** @enum {string} */
            action: "end" | "remind";
            sessionIds?: string[];
            filter?: {
                /** @enum {string} */
                status?: "active" | "expiring" | "ended";
                /** @description Beginnings of words. With `phones.reveal` also of a phone, or its last four digits; without it a whole phone alone. Written to the audit log where it looks for a phone. */
                search?: string;
                ticketId?: string;
                /** Format: uuid */
                contactId?: string;
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                to?: string;
            };
            dryRun?: boolean;
        };
        RevealedPhone: {
            /** Format: uuid */
            contactId: string;
            phone: string | null;
        };
        ContactExport: {
            /** Format: date-time */
            exportedAt: string;
            organizationId: string;
            contactIds: string[];
            /** @description Every row of the person, by table; without what opens something. */
            tables: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
            /** @description Tables that hold more rows than the 5,000 of the export. */
            cut: string[];
        };
        ContactErased: {
            contactIds: string[];
            /** @description Rows deleted or emptied of the person, by table. */
            erased: {
                [key: string]: number;
            };
            /** @enum {boolean} */
            blocked: true;
            /** Format: date-time */
            erasedAt: string;
        };
        AdminInboundMessagePage: {
            items: components["schemas"]["AdminInboundMessage"][];
            nextCursor: string | null;
            /** @description Counted up to 1,000. */
            unseen: number;
            /**
             * @example {
             *       "en": [
             *         "Yes."
             *       ]
             *     }
             */
            quickReplies: {
                [key: string]: string[];
            };
        };
        AdminInboundMessage: {
            /** Format: uuid */
            id: string;
            customer: components["schemas"]["AdminCustomer"];
            ticket: components["schemas"]["AdminTicketReference"];
            /** Format: uuid */
            sessionId: string | null;
            /** @description Whatever a stranger wrote: never markup. */
            text: string;
            contentType: string;
            /** @enum {string|null} */
            keyword: "stop" | "start" | null;
            flag: string | null;
            /** @enum {string|null} */
            action: "on_my_way" | "more_time" | "leave" | null;
            byOptInCode: boolean;
            provider: string;
            accepted: boolean;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            seenAt: string | null;
            locale: string;
            /**
             * Format: date-time
             * @description Until when staff may answer; null: they may not.
             */
            replyUntil: string | null;
            stopped: boolean;
            replies: components["schemas"]["AdminReply"][];
        };
        AdminReply: {
            /** Format: uuid */
            id: string;
            text: string | null;
            writtenBy: string | null;
            /** @enum {string} */
            status: "claimed" | "accepted" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
            /** @enum {string|null} */
            reason: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome" | null;
            /** Format: date-time */
            at: string;
        };
        AdminUnshownMessages: {
            items: {
                provider: string;
                why: string;
                /** Format: date-time */
                receivedAt: string;
            }[];
            /** @description Counted up to 1,000. */
            count: number;
        };
        MarkSeen: {
            ids?: string[];
            /** Format: date-time */
            receivedUntil?: string;
        };
        Reply: {
            text: string;
        };
        AdminNotificationPage: {
            items: components["schemas"]["AdminNotification"][];
            nextCursor: string | null;
        };
        AdminNotification: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "ticket" | "message" | "welcome" | "opt_out_confirmation" | "stop_question" | "staff_reply";
            /** @enum {string|null} */
            type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical" | null;
            ticket: components["schemas"]["AdminTicketReference"];
            customer: components["schemas"]["AdminCustomer"] & (Record<string, never> | null);
            locale: string;
            success: boolean;
            settled: boolean;
            /** @enum {string|null} */
            method: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only" | null;
            /** @enum {string|null} */
            reason: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome" | null;
            deliveredTo: string | null;
            waitingFor: {
                /** @enum {string} */
                tier: "push" | "whatsapp" | "sms" | "none";
                /** Format: date-time */
                until: string | null;
            } | null;
            parked: {
                failures: number;
                lastError: string | null;
            } | null;
            late: boolean;
            unknown: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            attempts: components["schemas"]["AdminAttempt"][];
        };
        AdminAttempt: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            tier: "push" | "whatsapp" | "sms" | "none";
            number: number;
            /** @enum {string} */
            status: "claimed" | "accepted" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
            late: boolean;
            /** @enum {string|null} */
            reason: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome" | null;
            provider: string | null;
            /** @description Phones within it are masked. */
            providerMessageId: string | null;
            errorCode: string | null;
            cost: {
                amount: number | null;
                currency: string | null;
                estimated: boolean;
            } | null;
            /** @enum {string|null} */
            basis: "subscription" | "inbound" | "declared" | "proven" | null;
            /** Format: uuid */
            inboundMessageId: string | null;
            /** Format: date-time */
            inboundSentAt: string | null;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            updatedAt: string;
            statuses: {
                /** @enum {string} */
                status: "claimed" | "accepted" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                receivedAt: string;
                errorCode: string | null;
            }[];
        };
        OptInAnalytics: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            totals: {
                impressions: number;
                linkOpens: number;
                qrShown: number;
                copied: number;
                helpShown: number;
                declined: number;
                skipped: number;
                connected: number;
                messages: number;
                optedOut: number;
            };
            rates: {
                adoption: number | null;
                decline: number | null;
                optOut: number | null;
                renewal: number | null;
                capture: number | null;
            };
            timeToConnect: {
                medianSeconds: number | null;
                p90Seconds: number | null;
                samples: number;
            };
            days: {
                /** Format: date */
                day: string;
                impressions: number;
                linkOpens: number;
                qrShown: number;
                copied: number;
                helpShown: number;
                declined: number;
                skipped: number;
                connected: number;
                messages: number;
                optedOut: number;
            }[];
        };
        DeliveryAnalytics: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            totals: {
                push: number;
                whatsapp_fallback: number;
                sms_fallback: number;
                none: number;
                push_only: number;
            };
            days: {
                /** Format: date */
                day: string;
                push: number;
                whatsapp_fallback: number;
                sms_fallback: number;
                none: number;
                push_only: number;
            }[];
            failures: {
                /** @enum {string|null} */
                tier: "push" | "whatsapp" | "sms" | "none" | null;
                /** @enum {string} */
                reason: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome";
                count: number;
            }[];
            attempts: {
                /** @enum {string} */
                tier: "push" | "whatsapp" | "sms" | "none";
                made: number;
                succeeded: number;
                failed: number;
                late: number;
                unknown: number;
            }[];
            sms: {
                messages: number;
                segments: number;
                costCents: number;
                estimatedCostCents: number;
                unknownCost: number;
            };
            reactions: {
                /** @enum {string} */
                type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
                /** @enum {string} */
                lateness: "within_minute" | "within_ten_minutes" | "later";
                up: number;
                down: number;
            }[];
        };
        ComplianceReport: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            timeZone: string;
            proof: {
                sends: number;
                unsolicited: number;
                query: string;
                bases: {
                    /** @enum {string} */
                    tier: "push" | "whatsapp" | "sms";
                    /** @enum {string} */
                    basis: "subscription" | "inbound" | "declared" | "proven";
                    sends: number;
                    unproven: number;
                }[];
                basesQuery: string;
                /** Format: date-time */
                checkedAt: string;
            };
            chain: {
                /** @enum {string} */
                status: "whole";
                seals: number;
                unsealed: number;
                /** Format: date-time */
                checkedAt: string;
            } | {
                /** @enum {string} */
                status: "broken";
                position: number;
                consentId: string;
                /** @enum {string} */
                why: "consent_changed" | "consent_missing" | "position_missing";
                /** Format: date-time */
                checkedAt: string;
            } | null;
            optIns: {
                shown: number;
                unopened: number;
            };
            consents: {
                granted: number;
                withdrawn: number;
            };
            rates: {
                adoption: number | null;
                decline: number | null;
                optOut: number | null;
                renewal: number | null;
                capture: number | null;
            };
        };
        AdminConsentPage: {
            items: components["schemas"]["AdminConsent"][];
            nextCursor: string | null;
        };
        AdminConsent: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: uuid */
            contactId: string;
            /** @enum {string} */
            action: "granted" | "withdrawn";
            purpose: string;
            channel: string;
            /** @enum {string} */
            method: "opt_in_code" | "inbound_message" | "keyword" | "vendor_report" | "customer_page" | "suppression_journal";
            wording: string | null;
            wordingLocale: string | null;
            consentText: string | null;
            consentVersion: string | null;
            consentHash: string | null;
            /** @enum {string|null} */
            consentSource: "shipped" | "claimed" | null;
            pageOrigin: string | null;
            ticketId: string | null;
            /** Format: uuid */
            optInId: string | null;
            /** Format: uuid */
            inboundMessageId: string | null;
            provider: string;
            /** Format: date-time */
            messageSentAt: string | null;
            /** @enum {string} */
            evidence: "signed_webhook" | "secret_url" | "read_back" | "capability_link" | "keyed_hash";
            seal: {
                position: number;
                hash: string;
            } | null;
        };
        OrganizationSettings: {
            name: string;
            whatsappNumber: string | null;
            whatsappEnabled: boolean;
            /** @enum {string} */
            messageStyle: "simple" | "branded" | "detailed" | "generic" | "formal" | "casual" | "brief";
            /** @example ar-SA */
            defaultLocale: string;
            timeZone: string;
            quietHours: {
                from: string;
                until: string;
            } | null;
            renewalEnabled: boolean;
            /** @enum {string} */
            cancelWords: "staff" | "stop";
            actions: {
                ticket_created?: ("on_my_way" | "more_time" | "leave")[];
                position_update?: ("on_my_way" | "more_time" | "leave")[];
                almost_your_turn?: ("on_my_way" | "more_time" | "leave")[];
                your_turn?: ("on_my_way" | "more_time" | "leave")[];
                session_expiring?: ("on_my_way" | "more_time" | "leave")[];
                critical?: ("on_my_way" | "more_time" | "leave")[];
            };
            leaveFreesTicket: boolean;
            /**
             * @example {
             *       "en": [
             *         "Yes."
             *       ]
             *     }
             */
            quickReplies: {
                [key: string]: string[];
            };
            smsDailyLimit: number | null;
            smsAllowedCountries: string[] | null;
            id: string;
            templates: {
                /** @enum {string} */
                type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
                locale: string;
                body: string;
            }[];
            /** @description As they hold. */
            retentionDays: {
                messages: number;
                funnel: number;
                statuses: number;
                customers: number;
                notifications: number;
                audit: number;
            };
            /**
             * @example {
             *       "en": [
             *         "Yes."
             *       ]
             *     }
             */
            builtInQuickReplies: {
                [key: string]: string[];
            };
            /** @description The server's own, which `null` brings back. */
            defaultRetentionDays: {
                messages: number;
                funnel: number;
                statuses: number;
                customers: number;
                notifications: number;
                audit: number;
            };
        };
        OrganizationChanges: {
            name?: string;
            /** @example +966500000000 */
            whatsappNumber?: string;
            whatsappEnabled?: boolean;
            /** @enum {string} */
            messageStyle?: "simple" | "branded" | "detailed" | "generic" | "formal" | "casual" | "brief";
            /** @example ar-SA */
            defaultLocale?: string;
            timeZone?: string;
            quietHours?: {
                from: string;
                until: string;
            } | null;
            renewalEnabled?: boolean;
            /** @enum {string} */
            cancelWords?: "staff" | "stop";
            actions?: {
                ticket_created?: ("on_my_way" | "more_time" | "leave")[];
                position_update?: ("on_my_way" | "more_time" | "leave")[];
                almost_your_turn?: ("on_my_way" | "more_time" | "leave")[];
                your_turn?: ("on_my_way" | "more_time" | "leave")[];
                session_expiring?: ("on_my_way" | "more_time" | "leave")[];
                critical?: ("on_my_way" | "more_time" | "leave")[];
            };
            leaveFreesTicket?: boolean;
            quickReplies?: {
                [key: string]: string[];
            };
            smsDailyLimit?: number | null;
            smsAllowedCountries?: string[] | null;
            templates?: {
                /** @enum {string} */
                type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
                /** @example ar-SA */
                locale: string;
                body: string | null;
            }[];
            retentionDays?: {
                messages?: number | null;
                funnel?: number | null;
                statuses?: number | null;
                customers?: number | null;
                notifications?: number | null;
                audit?: number | null;
            };
        };
        TemplatePreviewText: {
            text: string;
        };
        TemplatePreview: {
            body: string;
            values?: {
                [key: string]: string | number;
            };
        };
        BuiltInText: {
            /** @example It's your turn! Ticket: {ticketNumber}. */
            body: string;
        };
        DeadLetter: {
            items: {
                /** @enum {string} */
                kind: "reply" | "inbound_message" | "notification";
                /** Format: uuid */
                id: string;
                lastError: string | null;
                failures: number;
                /** Format: date-time */
                createdAt: string;
            }[];
            nextCursor: string | null;
        };
        SmsSettings: {
            enabled: boolean;
            provider: string | null;
            /** @description The sender: a number or a name. */
            from: string | null;
            fallbackEnabled: boolean;
            criticalOnly: boolean;
            dailyLimit: number;
            allowedCountries: string[];
            usedToday: number;
            last30Days: {
                messages: number;
                segments: number;
                costCents: number;
                estimatedCostCents: number;
                /** @description Messages whose cost is not known; never counted as 0. */
                unknownCost: number;
            };
        };
        SmsChanges: {
            /** @description As the environment sets it: another value is refused. */
            enabled?: boolean;
            /** @description As the environment sets it: another value is refused. */
            fallbackEnabled?: boolean;
            /** @description As the environment sets it: another value is refused. */
            criticalOnly?: boolean;
            dailyLimit?: number | null;
            allowedCountries?: string[] | null;
        };
        EventEndpointList: {
            items: components["schemas"]["EventEndpoint"][];
        };
        EventEndpoint: {
            /** Format: uuid */
            id: string;
            /** @example https://clinic.example/events */
            url: string;
            description: string;
            /** @description Empty: all. */
            types: ("optin.connected" | "optin.declined" | "optin.expired" | "session.opened" | "session.renewed" | "session.ended" | "message.received" | "message.action" | "consent.granted" | "consent.withdrawn" | "notification.settled" | "notification.delivered" | "contact.erased" | "account.alert")[];
            enabled: boolean;
            /**
             * @description `gone`: it answered 410.
             * @enum {string|null}
             */
            disabledReason: "staff" | "gone" | null;
            /**
             * Format: date-time
             * @description The former secret signs too until then.
             */
            formerSecretUntil: string | null;
            /** @description Since the last success. */
            failures: number;
            /**
             * Format: date-time
             * @description After several failures nothing is posted until then.
             */
            pausedUntil: string | null;
            /** Format: date-time */
            lastSuccessAt: string | null;
            /** Format: date-time */
            lastFailureAt: string | null;
            /** @description Events that wait, counted up to 10,000. */
            pending: number;
            /** @description Dead letters, counted up to 10,000. */
            dead: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        EventEndpointCreated: components["schemas"]["EventEndpoint"] & {
            /**
             * @description Shown this once.
             * @example whsec_…
             */
            secret: string;
        };
        CreateEventEndpoint: {
            /**
             * Format: uri
             * @description https, at a public address; others by WEBHOOK_ALLOWED_HOSTS.
             * @example https://clinic.example/events
             */
            url: string;
            /** @example Ticket system */
            description?: string;
            /** @description Empty: all. */
            types?: ("optin.connected" | "optin.declined" | "optin.expired" | "session.opened" | "session.renewed" | "session.ended" | "message.received" | "message.action" | "consent.granted" | "consent.withdrawn" | "notification.settled" | "notification.delivered" | "contact.erased" | "account.alert")[];
        };
        EventEndpointChanges: {
            /**
             * Format: uri
             * @description https, at a public address; others by WEBHOOK_ALLOWED_HOSTS.
             * @example https://clinic.example/events
             */
            url?: string;
            /** @example Ticket system */
            description?: string;
            /** @description Empty: all. */
            types?: ("optin.connected" | "optin.declined" | "optin.expired" | "session.opened" | "session.renewed" | "session.ended" | "message.received" | "message.action" | "consent.granted" | "consent.withdrawn" | "notification.settled" | "notification.delivered" | "contact.erased" | "account.alert")[];
            enabled?: boolean;
        };
        RotateEventSecret: {
            overlapHours?: number;
        };
        EventDeliveryPage: {
            items: {
                /** Format: uuid */
                eventId: string;
                /** @enum {string} */
                type: "optin.connected" | "optin.declined" | "optin.expired" | "session.opened" | "session.renewed" | "session.ended" | "message.received" | "message.action" | "consent.granted" | "consent.withdrawn" | "notification.settled" | "notification.delivered" | "contact.erased" | "account.alert";
                ticketId: string | null;
                /** @enum {string} */
                status: "pending" | "delivered" | "dead";
                tries: number;
                httpStatus: number | null;
                lastError: string | null;
                /** Format: date-time */
                nextTryAt: string | null;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
            nextCursor: string | null;
        };
        EventsReplayed: {
            /** @description How many events are due again. */
            events: number;
        };
        ReplayEvents: {
            /** Format: uuid */
            eventId?: string;
            /** Format: date-time */
            since?: string;
            /** Format: date-time */
            until?: string;
            /** @enum {string} */
            which?: "dead" | "all";
        };
        SmsTestAnswer: {
            success: boolean;
            reason: string | null;
            providerMessageId: string | null;
            estimatedCostCents: number | null;
        };
        SmsTest: {
            /** @example +966500000000 */
            phone: string;
        };
        AuditLogPage: {
            items: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                actor: {
                    name: string;
                    /** @enum {string|null} */
                    role: "viewer" | "manager" | null;
                    /** @enum {string} */
                    by: "cookie" | "token" | "key" | "secret_key" | "command_line" | "customer_page";
                };
                /** @enum {string} */
                action: "staff.signed_in" | "staff.signed_out" | "staff_token.created" | "phone.revealed" | "phone.looked_up" | "session.ended" | "session.reminded" | "ticket.called" | "message.seen" | "message.answered" | "settings.changed" | "sms.changed" | "sms.tested" | "export.made" | "contact.erased" | "contact.stopped" | "key.created" | "key.rotated" | "key.revoked" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.deleted" | "webhook.replayed" | "webhook.tested" | "parked.retried" | "compliance.checked";
                target: string | null;
                details: {
                    [key: string]: string | number | boolean | null;
                };
            }[];
            nextCursor: string | null;
        };
        AccountAlertList: {
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "quality" | "limit" | "account" | "template" | "test";
                /** @enum {string} */
                severity: "info" | "warning" | "critical";
                provider: string;
                businessNumber: string | null;
                /**
                 * @description The platform’s own word.
                 * @example FLAGGED
                 */
                code: string;
                message: string;
                /** Format: date-time */
                occurredAt: string;
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "ready";
        };
    };
    responses: {
        /** @description UNAUTHORIZED: No key, or a wrong one */
        UNAUTHORIZED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description FORBIDDEN: The key is not for this */
        FORBIDDEN: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description RATE_LIMITED: Too many requests */
        RATE_LIMITED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description BAD_REQUEST: The request could not be parsed */
        BAD_REQUEST: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PAYLOAD_TOO_LARGE: The body is too large */
        PAYLOAD_TOO_LARGE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNPROCESSABLE: A field is wrong; INVALID_PHONE_NUMBER: The phone number is wrong */
        "UNPROCESSABLE.INVALID_PHONE_NUMBER": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNPROCESSABLE: A field is wrong; MESSAGE_TOO_LONG: The message is too long; IDEMPOTENCY_KEY_REUSED: The idempotency key was used with another body */
        "UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NOT_FOUND: Not found */
        NOT_FOUND: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CONFLICT: The same request is still in flight; TICKET_CLOSED: The ticket is closed; TICKET_CALLED: The ticket is called already */
        "CONFLICT.TICKET_CLOSED.TICKET_CALLED": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNPROCESSABLE: A field is wrong; IDEMPOTENCY_KEY_REUSED: The idempotency key was used with another body */
        "UNPROCESSABLE.IDEMPOTENCY_KEY_REUSED": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CONFLICT: The same request is still in flight; WHATSAPP_DISABLED: WhatsApp is not enabled for this organization */
        "CONFLICT.WHATSAPP_DISABLED": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNPROCESSABLE: A field is wrong */
        UNPROCESSABLE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description GONE: No longer here */
        GONE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PROVIDER_NOT_CONFIGURED: The provider is not configured; UNAVAILABLE: Not available right now */
        "PROVIDER_NOT_CONFIGURED.UNAVAILABLE": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description PROVIDER_NOT_CONFIGURED: The provider is not configured */
        PROVIDER_NOT_CONFIGURED: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CONFLICT: The same request is still in flight */
        CONFLICT: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CONFLICT: The same request is still in flight; NO_ACTIVE_SESSION: The 24-hour window of this customer is closed; OPTED_OUT: The customer has stopped the updates; WHATSAPP_DISABLED: WhatsApp is not enabled for this organization */
        "CONFLICT.NO_ACTIVE_SESSION.OPTED_OUT.WHATSAPP_DISABLED": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description UNAVAILABLE: Not available right now */
        UNAVAILABLE: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    upsertTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example t-1042 */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "A001",
                 *       "phone": "+966500000000",
                 *       "locale": "ar-SA"
                 *     }
                 */
                "application/json": components["schemas"]["UpsertTicket"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text",
                     *       "number": "text",
                     *       "status": "waiting",
                     *       "phone": "text",
                     *       "customerName": "text",
                     *       "locale": "text",
                     *       "departmentName": "text",
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "updatedAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text",
                     *       "number": "text",
                     *       "status": "waiting",
                     *       "phone": "text",
                     *       "customerName": "text",
                     *       "locale": "text",
                     *       "departmentName": "text",
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "updatedAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.INVALID_PHONE_NUMBER"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    callTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example t-1042 */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "almost": 2
                 *     }
                 */
                "application/json": components["schemas"]["CallTicket"];
            };
        };
        responses: {
            /** @description The notifications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "called": {
                     *         "id": "01938f6e-0000-7000-8000-000000000001",
                     *         "success": true,
                     *         "method": "push",
                     *         "reason": "no_push_subscription",
                     *         "deliveredTo": "text",
                     *         "note": "text",
                     *         "attempted": [
                     *           "push"
                     *         ],
                     *         "suggestion": "text",
                     *         "complianceNote": "text",
                     *         "compliance": "text",
                     *         "settled": true,
                     *         "attempts": [
                     *           {
                     *             "tier": "push",
                     *             "status": "claimed",
                     *             "late": true,
                     *             "reason": "no_push_subscription",
                     *             "providerMessageId": "text",
                     *             "errorCode": "text",
                     *             "basis": "subscription",
                     *             "at": "2026-11-24T06:00:00.000Z"
                     *           }
                     *         ],
                     *         "ticketId": "text"
                     *       },
                     *       "almost": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "success": true,
                     *           "method": "push",
                     *           "reason": "no_push_subscription",
                     *           "deliveredTo": "text",
                     *           "note": "text",
                     *           "attempted": [
                     *             "push"
                     *           ],
                     *           "suggestion": "text",
                     *           "complianceNote": "text",
                     *           "compliance": "text",
                     *           "settled": true,
                     *           "attempts": [
                     *             {
                     *               "tier": "push",
                     *               "status": "claimed",
                     *               "late": true,
                     *               "reason": "no_push_subscription",
                     *               "providerMessageId": "text",
                     *               "errorCode": "text",
                     *               "basis": "subscription",
                     *               "at": "2026-11-24T06:00:00.000Z"
                     *             }
                     *           ],
                     *           "ticketId": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketCalled"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT.TICKET_CLOSED.TICKET_CALLED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    createOptIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ticketId": "t-1042",
                 *       "locale": "ar-SA",
                 *       "pageUrl": "https://clinic.example/t/1042"
                 *     }
                 */
                "application/json": components["schemas"]["CreateOptIn"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "clientToken": "text",
                     *       "code": "K7QX-2M4P-9RTC",
                     *       "message": "text",
                     *       "companyNumber": "text",
                     *       "organizationName": "text",
                     *       "links": {
                     *         "universal": "https://clinic.example/",
                     *         "app": "text",
                     *         "web": "https://clinic.example/",
                     *         "short": "https://clinic.example/"
                     *       },
                     *       "state": "idle",
                     *       "expiresAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OptInCreated"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT.WHATSAPP_DISABLED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readOptIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "state": "idle",
                     *       "expiresAt": "2026-11-24T06:00:00.000Z",
                     *       "sessionExpiresAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OptInStatus"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    recordFunnelEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "impression"
                 *     }
                 */
                "application/json": components["schemas"]["FunnelEvent"];
                /**
                 * @example {
                 *       "type": "impression"
                 *     }
                 */
                "text/plain": components["schemas"]["FunnelEvent"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    followOptIn: {
        parameters: {
            query?: {
                clientToken?: string;
            };
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    followShortLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example K7QX-2M4P-9RTC */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To WhatsApp */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NOT_FOUND"];
            410: components["responses"]["GONE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    showCustomerPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example kR3w5wX2nUu9m2Jt6bq0xQGTj24AAHAAgAAAAAAAAAFjbGluaWM */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Forged, erased, or its time is over: the same page for each */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    actOnCustomerPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example kR3w5wX2nUu9m2Jt6bq0xQGTj24AAHAAgAAAAAAAAAFjbGluaWM */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Back to the page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forged, erased, or its time is over: the same page for each */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    showConsentReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example kR3w5wX2nUu9m2Jt6bq0xQGTj24AAHAAgAAAAAAAAAFjbGluaWM */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Forged, erased, or its time is over: the same page for each */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    downloadCustomerData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example kR3w5wX2nUu9m2Jt6bq0xQGTj24AAHAAgAAAAAAAAAFjbGluaWM */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of each table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/json": string;
                };
            };
            /** @description Forged, erased, or its time is over: the same page for each */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For PushManager.subscribe */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "publicKey": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PushPublicKey"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    subscribeToPush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subscription": {
                 *         "endpoint": "https://fcm.googleapis.com/fcm/send/x3Fq",
                 *         "keys": {
                 *           "p256dh": "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA",
                 *           "auth": "tBHItJI5svbpez7KI4CCXg"
                 *         }
                 *       },
                 *       "optInId": "01938f6e-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["PushSubscribe"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["PushSubscriptionCreated"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    unsubscribeFromPush: {
        parameters: {
            query?: {
                /** @example 01938f6e-0000-7000-8000-000000000001 */
                optInId?: string;
            };
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000003 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    acknowledgePush: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notificationId": "01938f6e-0000-7000-8000-000000000002",
                 *       "token": "pa_Y2xpbmlj.x3Fq"
                 *     }
                 */
                "application/json": components["schemas"]["PushAcknowledgement"];
                /**
                 * @example {
                 *       "notificationId": "01938f6e-0000-7000-8000-000000000002",
                 *       "token": "pa_Y2xpbmlj.x3Fq"
                 *     }
                 */
                "text/plain": components["schemas"]["PushAcknowledgement"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    receiveFromUltraMsg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "ignored": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            503: components["responses"]["PROVIDER_NOT_CONFIGURED.UNAVAILABLE"];
        };
    };
    answerMetaHandshake: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            403: components["responses"]["FORBIDDEN"];
            503: components["responses"]["PROVIDER_NOT_CONFIGURED"];
        };
    };
    receiveFromMeta: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1,
                     *       "ignored": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            503: components["responses"]["PROVIDER_NOT_CONFIGURED.UNAVAILABLE"];
        };
    };
    receiveWhatsAppFromTwilio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kept; empty TwiML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            503: components["responses"]["PROVIDER_NOT_CONFIGURED.UNAVAILABLE"];
        };
    };
    receiveSmsFromTwilio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kept; empty TwiML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            503: components["responses"]["PROVIDER_NOT_CONFIGURED.UNAVAILABLE"];
        };
    };
    receiveStatusFromTwilio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kept; empty TwiML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            503: components["responses"]["PROVIDER_NOT_CONFIGURED.UNAVAILABLE"];
        };
    };
    notify: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticketId": "t-1042",
                 *       "type": "position_update",
                 *       "params": {
                 *         "position": 3
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Notify"];
            };
        };
        responses: {
            /** @description The notification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "success": true,
                     *       "method": "push",
                     *       "reason": "no_push_subscription",
                     *       "deliveredTo": "text",
                     *       "note": "text",
                     *       "attempted": [
                     *         "push"
                     *       ],
                     *       "suggestion": "text",
                     *       "complianceNote": "text",
                     *       "compliance": "text",
                     *       "settled": true,
                     *       "attempts": [
                     *         {
                     *           "tier": "push",
                     *           "status": "claimed",
                     *           "late": true,
                     *           "reason": "no_push_subscription",
                     *           "providerMessageId": "text",
                     *           "errorCode": "text",
                     *           "basis": "subscription",
                     *           "at": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    explain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticketId": "t-1042",
                 *       "type": "position_update",
                 *       "params": {
                 *         "position": 3
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Notify"];
            };
        };
        responses: {
            /** @description The notification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "success": true,
                     *       "method": "push",
                     *       "reason": "no_push_subscription",
                     *       "deliveredTo": "text",
                     *       "note": "text",
                     *       "attempted": [
                     *         "push"
                     *       ],
                     *       "suggestion": "text",
                     *       "complianceNote": "text",
                     *       "compliance": "text",
                     *       "settled": true,
                     *       "attempts": [
                     *         {
                     *           "tier": "push",
                     *           "status": "claimed",
                     *           "late": true,
                     *           "reason": "no_push_subscription",
                     *           "providerMessageId": "text",
                     *           "errorCode": "text",
                     *           "basis": "subscription",
                     *           "at": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    notifyByPush: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticketId": "t-1042",
                 *       "type": "position_update",
                 *       "params": {
                 *         "position": 3
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Notify"];
            };
        };
        responses: {
            /** @description The notification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "success": true,
                     *       "method": "push",
                     *       "reason": "no_push_subscription",
                     *       "deliveredTo": "text",
                     *       "note": "text",
                     *       "attempted": [
                     *         "push"
                     *       ],
                     *       "suggestion": "text",
                     *       "complianceNote": "text",
                     *       "compliance": "text",
                     *       "settled": true,
                     *       "attempts": [
                     *         {
                     *           "tier": "push",
                     *           "status": "claimed",
                     *           "late": true,
                     *           "reason": "no_push_subscription",
                     *           "providerMessageId": "text",
                     *           "errorCode": "text",
                     *           "basis": "subscription",
                     *           "at": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ],
                     *       "whatsappFallback": {
                     *         "attempted": true,
                     *         "reason": "no_push_subscription",
                     *         "suggestion": "text",
                     *         "complianceNote": "text"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PushNotification"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    notifyBySms: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticketId": "t-1042",
                 *       "type": "position_update",
                 *       "params": {
                 *         "position": 3
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Notify"];
            };
        };
        responses: {
            /** @description The notification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "success": true,
                     *       "method": "push",
                     *       "reason": "no_push_subscription",
                     *       "deliveredTo": "text",
                     *       "note": "text",
                     *       "attempted": [
                     *         "push"
                     *       ],
                     *       "suggestion": "text",
                     *       "complianceNote": "text",
                     *       "compliance": "text",
                     *       "settled": true,
                     *       "attempts": [
                     *         {
                     *           "tier": "push",
                     *           "status": "claimed",
                     *           "late": true,
                     *           "reason": "no_push_subscription",
                     *           "providerMessageId": "text",
                     *           "errorCode": "text",
                     *           "basis": "subscription",
                     *           "at": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    notifyBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "notifications": [
                 *         {
                 *           "ticketId": "t-1042",
                 *           "type": "your_turn"
                 *         },
                 *         {
                 *           "ticketId": "t-1043",
                 *           "type": "position_update",
                 *           "params": {
                 *             "position": 1
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NotificationBatch"];
            };
        };
        responses: {
            /** @description The notifications, in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notifications": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "success": true,
                     *           "method": "push",
                     *           "reason": "no_push_subscription",
                     *           "deliveredTo": "text",
                     *           "note": "text",
                     *           "attempted": [
                     *             "push"
                     *           ],
                     *           "suggestion": "text",
                     *           "complianceNote": "text",
                     *           "compliance": "text",
                     *           "settled": true,
                     *           "attempts": [
                     *             {
                     *               "tier": "push",
                     *               "status": "claimed",
                     *               "late": true,
                     *               "reason": "no_push_subscription",
                     *               "providerMessageId": "text",
                     *               "errorCode": "text",
                     *               "basis": "subscription",
                     *               "at": "2026-11-24T06:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationBatchAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            409: components["responses"]["CONFLICT"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "success": true,
                     *       "method": "push",
                     *       "reason": "no_push_subscription",
                     *       "deliveredTo": "text",
                     *       "note": "text",
                     *       "attempted": [
                     *         "push"
                     *       ],
                     *       "suggestion": "text",
                     *       "complianceNote": "text",
                     *       "compliance": "text",
                     *       "settled": true,
                     *       "attempts": [
                     *         {
                     *           "tier": "push",
                     *           "status": "claimed",
                     *           "late": true,
                     *           "reason": "no_push_subscription",
                     *           "providerMessageId": "text",
                     *           "errorCode": "text",
                     *           "basis": "subscription",
                     *           "at": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Notification"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example +966500000000 */
                phone: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hasActiveSession": true,
                     *       "expiresAt": "2026-11-24T06:00:00.000Z",
                     *       "lastInboundAt": "2026-11-24T06:00:00.000Z",
                     *       "secondsLeft": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SessionStatus"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE.INVALID_PHONE_NUMBER"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readStaffSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As the key, token or cookie proves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organization": {
                     *         "id": "text",
                     *         "name": "text",
                     *         "defaultLocale": "text",
                     *         "timeZone": "text"
                     *       },
                     *       "role": "viewer",
                     *       "scopes": [
                     *         "sessions.read"
                     *       ],
                     *       "name": "text",
                     *       "by": "cookie",
                     *       "expiresAt": "2026-11-24T06:00:00.000Z",
                     *       "csrfToken": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffSession"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "ak_x3Fq"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; with Set-Cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organization": {
                     *         "id": "text",
                     *         "name": "text",
                     *         "defaultLocale": "text",
                     *         "timeZone": "text"
                     *       },
                     *       "role": "viewer",
                     *       "scopes": [
                     *         "sessions.read"
                     *       ],
                     *       "name": "text",
                     *       "by": "cookie",
                     *       "expiresAt": "2026-11-24T06:00:00.000Z",
                     *       "csrfToken": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffSession"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    createStaffToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "role": "viewer",
                 *       "name": "Sara at the front office"
                 *     }
                 */
                "application/json": components["schemas"]["StaffTokenRequest"];
            };
        };
        responses: {
            /** @description A Bearer token for the admin routes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "text",
                     *       "role": "viewer",
                     *       "expiresAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StaffTokenCreated"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "text",
                     *           "name": "text",
                     *           "role": "viewer",
                     *           "scopes": [
                     *             "sessions.read"
                     *           ],
                     *           "hint": "ak_…x3Fq",
                     *           "source": "configuration",
                     *           "status": "active",
                     *           "createdAt": "2026-11-24T06:00:00.000Z",
                     *           "lastUsedAt": "2026-11-24T06:00:00.000Z",
                     *           "expiresAt": "2026-11-24T06:00:00.000Z",
                     *           "revokedAt": "2026-11-24T06:00:00.000Z",
                     *           "parentId": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AdminKeyList"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front office",
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": components["schemas"]["CreateAdminKey"];
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text",
                     *       "name": "text",
                     *       "role": "viewer",
                     *       "scopes": [
                     *         "sessions.read"
                     *       ],
                     *       "hint": "ak_…x3Fq",
                     *       "source": "configuration",
                     *       "status": "active",
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "lastUsedAt": "2026-11-24T06:00:00.000Z",
                     *       "expiresAt": "2026-11-24T06:00:00.000Z",
                     *       "revokedAt": "2026-11-24T06:00:00.000Z",
                     *       "parentId": "text",
                     *       "key": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AdminKeyCreated"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000005 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 24
                 *     }
                 */
                "application/json": components["schemas"]["RotateAdminKey"];
            };
        };
        responses: {
            /** @description The new key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "text",
                     *       "name": "text",
                     *       "role": "viewer",
                     *       "scopes": [
                     *         "sessions.read"
                     *       ],
                     *       "hint": "ak_…x3Fq",
                     *       "source": "configuration",
                     *       "status": "active",
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "lastUsedAt": "2026-11-24T06:00:00.000Z",
                     *       "expiresAt": "2026-11-24T06:00:00.000Z",
                     *       "revokedAt": "2026-11-24T06:00:00.000Z",
                     *       "parentId": "text",
                     *       "key": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AdminKeyCreated"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000005 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readQueue: {
        parameters: {
            query?: {
                /** @description One department alone. */
                departmentName?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands; phones are masked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "text",
                     *           "number": "text",
                     *           "status": "waiting",
                     *           "departmentName": "text",
                     *           "holder": {
                     *             "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *             "name": "text",
                     *             "maskedPhone": "+966•••••••01"
                     *           },
                     *           "createdAt": "2026-11-24T06:00:00.000Z",
                     *           "updatedAt": "2026-11-24T06:00:00.000Z",
                     *           "reach": {
                     *             "method": "push",
                     *             "reason": "no_push_subscription"
                     *           },
                     *           "notice": {
                     *             "id": "01938f6e-0000-7000-8000-000000000001",
                     *             "type": "ticket_created",
                     *             "success": true,
                     *             "method": "push",
                     *             "at": "2026-11-24T06:00:00.000Z"
                     *           },
                     *           "action": {
                     *             "action": "on_my_way",
                     *             "at": "2026-11-24T06:00:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "waiting": 1,
                     *       "called": 1,
                     *       "departments": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AdminQueue"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    callTicketAsStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example t-1042 */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "almost": 2,
                 *       "onlyWaiting": true
                 *     }
                 */
                "application/json": components["schemas"]["CallTicket"];
            };
        };
        responses: {
            /** @description The notifications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "called": {
                     *         "id": "01938f6e-0000-7000-8000-000000000001",
                     *         "success": true,
                     *         "method": "push",
                     *         "reason": "no_push_subscription",
                     *         "deliveredTo": "text",
                     *         "note": "text",
                     *         "attempted": [
                     *           "push"
                     *         ],
                     *         "suggestion": "text",
                     *         "complianceNote": "text",
                     *         "compliance": "text",
                     *         "settled": true,
                     *         "attempts": [
                     *           {
                     *             "tier": "push",
                     *             "status": "claimed",
                     *             "late": true,
                     *             "reason": "no_push_subscription",
                     *             "providerMessageId": "text",
                     *             "errorCode": "text",
                     *             "basis": "subscription",
                     *             "at": "2026-11-24T06:00:00.000Z"
                     *           }
                     *         ],
                     *         "ticketId": "text"
                     *       },
                     *       "almost": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "success": true,
                     *           "method": "push",
                     *           "reason": "no_push_subscription",
                     *           "deliveredTo": "text",
                     *           "note": "text",
                     *           "attempted": [
                     *             "push"
                     *           ],
                     *           "suggestion": "text",
                     *           "complianceNote": "text",
                     *           "compliance": "text",
                     *           "settled": true,
                     *           "attempts": [
                     *             {
                     *               "tier": "push",
                     *               "status": "claimed",
                     *               "late": true,
                     *               "reason": "no_push_subscription",
                     *               "providerMessageId": "text",
                     *               "errorCode": "text",
                     *               "basis": "subscription",
                     *               "at": "2026-11-24T06:00:00.000Z"
                     *             }
                     *           ],
                     *           "ticketId": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TicketCalled"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT.TICKET_CLOSED.TICKET_CALLED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @example active */
                status?: "active" | "expiring" | "ended";
                /** @description Beginnings of words. With `phones.reveal` also of a phone, or its last four digits; without it a whole phone alone. Written to the audit log where it looks for a phone. */
                search?: string;
                ticketId?: string;
                contactId?: string;
                from?: string;
                to?: string;
                sort?: "expiresAt" | "-expiresAt" | "initiatedAt" | "-initiatedAt" | "customerName" | "-customerName";
                /** @description `nextCursor` of the page before, with the same filters. */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them; phones are masked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "status": "active",
                     *           "customer": {
                     *             "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *             "name": "text",
                     *             "maskedPhone": "+966•••••••01"
                     *           },
                     *           "ticket": {
                     *             "id": "text",
                     *             "number": "text",
                     *             "status": "waiting"
                     *           },
                     *           "openedBy": {
                     *             "messageId": "01938f6e-0000-7000-8000-000000000001",
                     *             "text": "text",
                     *             "receivedAt": "2026-11-24T06:00:00.000Z",
                     *             "byOptInCode": true
                     *           },
                     *           "initiatedAt": "2026-11-24T06:00:00.000Z",
                     *           "lastInboundAt": "2026-11-24T06:00:00.000Z",
                     *           "expiresAt": "2026-11-24T06:00:00.000Z",
                     *           "endedAt": "2026-11-24T06:00:00.000Z",
                     *           "endReason": "text",
                     *           "renewals": {
                     *             "notices": 1,
                     *             "renewed": 1
                     *           },
                     *           "reachability": {
                     *             "push": 1,
                     *             "session": true,
                     *             "sms": true,
                     *             "optedOut": true
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "text",
                     *       "cut": true
                     *     }
                     */
                    "application/json": components["schemas"]["AdminSessionPage"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readSessionStats: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "active": 1,
                     *       "expiring": 1,
                     *       "days": 1,
                     *       "opened": 1,
                     *       "endedByStaff": 1,
                     *       "optedOut": 1,
                     *       "renewalNotices": 1,
                     *       "renewed": 1,
                     *       "renewalRate": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AdminSessionStats"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    changeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "remind",
                 *       "filter": {
                 *         "status": "expiring"
                 *       },
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["BulkSessions"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "end",
                     *       "dryRun": true,
                     *       "matched": 1,
                     *       "done": 1,
                     *       "skipped": 1,
                     *       "failed": 1,
                     *       "text": "text",
                     *       "results": [
                     *         {
                     *           "sessionId": "01938f6e-0000-7000-8000-000000000001",
                     *           "customer": {
                     *             "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *             "name": "text",
                     *             "maskedPhone": "+966•••••••01"
                     *           },
                     *           "ticket": {
                     *             "id": "text",
                     *             "number": "text",
                     *             "status": "waiting"
                     *           },
                     *           "outcome": "ended",
                     *           "reason": "no_push_subscription",
                     *           "method": "push",
                     *           "notificationId": "01938f6e-0000-7000-8000-000000000001"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkSessionsAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    revealPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000004 */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *       "phone": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RevealedPhone"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    exportContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example +966500000000 */
                phone: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of each table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exportedAt": "2026-11-24T06:00:00.000Z",
                     *       "organizationId": "text",
                     *       "contactIds": [
                     *         "01938f6e-0000-7000-8000-000000000001"
                     *       ],
                     *       "tables": {},
                     *       "cut": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ContactExport"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE.INVALID_PHONE_NUMBER"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    eraseContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example +966500000000 */
                phone: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was erased */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "contactIds": [
                     *         "01938f6e-0000-7000-8000-000000000001"
                     *       ],
                     *       "erased": {},
                     *       "blocked": true,
                     *       "erasedAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ContactErased"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE.INVALID_PHONE_NUMBER"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listInboundMessages: {
        parameters: {
            query?: {
                contactId?: string;
                sessionId?: string;
                ticketId?: string;
                /** @example true */
                unseen?: "true" | "false";
                flagged?: "true" | "false";
                from?: string;
                to?: string;
                /** @description `nextCursor` of the page before, with the same filters. */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "customer": {
                     *             "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *             "name": "text",
                     *             "maskedPhone": "+966•••••••01"
                     *           },
                     *           "ticket": {
                     *             "id": "text",
                     *             "number": "text",
                     *             "status": "waiting"
                     *           },
                     *           "sessionId": "01938f6e-0000-7000-8000-000000000001",
                     *           "text": "text",
                     *           "contentType": "text",
                     *           "keyword": "stop",
                     *           "flag": "text",
                     *           "action": "on_my_way",
                     *           "byOptInCode": true,
                     *           "provider": "text",
                     *           "accepted": true,
                     *           "sentAt": "2026-11-24T06:00:00.000Z",
                     *           "receivedAt": "2026-11-24T06:00:00.000Z",
                     *           "seenAt": "2026-11-24T06:00:00.000Z",
                     *           "locale": "text",
                     *           "replyUntil": "2026-11-24T06:00:00.000Z",
                     *           "stopped": true,
                     *           "replies": [
                     *             {
                     *               "id": "01938f6e-0000-7000-8000-000000000001",
                     *               "text": "text",
                     *               "writtenBy": "text",
                     *               "status": "claimed",
                     *               "reason": "no_push_subscription",
                     *               "at": "2026-11-24T06:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "text",
                     *       "unseen": 1,
                     *       "quickReplies": {
                     *         "en": [
                     *           "Yes."
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminInboundMessagePage"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listUnshownMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "provider": "text",
                     *           "why": "text",
                     *           "receivedAt": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ],
                     *       "count": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AdminUnshownMessages"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    markInboundMessagesSeen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "receivedUntil": "2026-11-24T06:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["MarkSeen"];
            };
        };
        responses: {
            /** @description Marked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    replyToInboundMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key answers the same for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "We are open until six. You can come now."
                 *     }
                 */
                "application/json": components["schemas"]["Reply"];
            };
        };
        responses: {
            /** @description The notification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "success": true,
                     *       "method": "push",
                     *       "reason": "no_push_subscription",
                     *       "deliveredTo": "text",
                     *       "note": "text",
                     *       "attempted": [
                     *         "push"
                     *       ],
                     *       "suggestion": "text",
                     *       "complianceNote": "text",
                     *       "compliance": "text",
                     *       "settled": true,
                     *       "attempts": [
                     *         {
                     *           "tier": "push",
                     *           "status": "claimed",
                     *           "late": true,
                     *           "reason": "no_push_subscription",
                     *           "providerMessageId": "text",
                     *           "errorCode": "text",
                     *           "basis": "subscription",
                     *           "at": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            409: components["responses"]["CONFLICT.NO_ACTIVE_SESSION.OPTED_OUT.WHATSAPP_DISABLED"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.MESSAGE_TOO_LONG.IDEMPOTENCY_KEY_REUSED"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                type?: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
                method?: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only";
                reason?: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome";
                ticketId?: string;
                contactId?: string;
                /** @example failed */
                outcome?: "late" | "unknown" | "failed" | "waiting" | "parked";
                from?: string;
                to?: string;
                /** @description `nextCursor` of the page before, with the same filters. */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "kind": "ticket",
                     *           "type": "ticket_created",
                     *           "ticket": {
                     *             "id": "text",
                     *             "number": "text",
                     *             "status": "waiting"
                     *           },
                     *           "customer": {
                     *             "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *             "name": "text",
                     *             "maskedPhone": "+966•••••••01"
                     *           },
                     *           "locale": "text",
                     *           "success": true,
                     *           "settled": true,
                     *           "method": "push",
                     *           "reason": "no_push_subscription",
                     *           "deliveredTo": "text",
                     *           "waitingFor": {
                     *             "tier": "push",
                     *             "until": "2026-11-24T06:00:00.000Z"
                     *           },
                     *           "parked": {
                     *             "failures": 1,
                     *             "lastError": "text"
                     *           },
                     *           "late": true,
                     *           "unknown": true,
                     *           "createdAt": "2026-11-24T06:00:00.000Z",
                     *           "updatedAt": "2026-11-24T06:00:00.000Z",
                     *           "attempts": [
                     *             {
                     *               "id": "01938f6e-0000-7000-8000-000000000001",
                     *               "tier": "push",
                     *               "number": 1,
                     *               "status": "claimed",
                     *               "late": true,
                     *               "reason": "no_push_subscription",
                     *               "provider": "text",
                     *               "providerMessageId": "text",
                     *               "errorCode": "text",
                     *               "cost": {
                     *                 "amount": 1,
                     *                 "currency": "text",
                     *                 "estimated": true
                     *               },
                     *               "basis": "subscription",
                     *               "inboundMessageId": "01938f6e-0000-7000-8000-000000000001",
                     *               "inboundSentAt": "2026-11-24T06:00:00.000Z",
                     *               "at": "2026-11-24T06:00:00.000Z",
                     *               "updatedAt": "2026-11-24T06:00:00.000Z",
                     *               "statuses": [
                     *                 {
                     *                   "status": "claimed",
                     *                   "at": "2026-11-24T06:00:00.000Z",
                     *                   "receivedAt": "2026-11-24T06:00:00.000Z",
                     *                   "errorCode": "text"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AdminNotificationPage"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    inspectNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "kind": "ticket",
                     *       "type": "ticket_created",
                     *       "ticket": {
                     *         "id": "text",
                     *         "number": "text",
                     *         "status": "waiting"
                     *       },
                     *       "customer": {
                     *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *         "name": "text",
                     *         "maskedPhone": "+966•••••••01"
                     *       },
                     *       "locale": "text",
                     *       "success": true,
                     *       "settled": true,
                     *       "method": "push",
                     *       "reason": "no_push_subscription",
                     *       "deliveredTo": "text",
                     *       "waitingFor": {
                     *         "tier": "push",
                     *         "until": "2026-11-24T06:00:00.000Z"
                     *       },
                     *       "parked": {
                     *         "failures": 1,
                     *         "lastError": "text"
                     *       },
                     *       "late": true,
                     *       "unknown": true,
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "updatedAt": "2026-11-24T06:00:00.000Z",
                     *       "attempts": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "tier": "push",
                     *           "number": 1,
                     *           "status": "claimed",
                     *           "late": true,
                     *           "reason": "no_push_subscription",
                     *           "provider": "text",
                     *           "providerMessageId": "text",
                     *           "errorCode": "text",
                     *           "cost": {
                     *             "amount": 1,
                     *             "currency": "text",
                     *             "estimated": true
                     *           },
                     *           "basis": "subscription",
                     *           "inboundMessageId": "01938f6e-0000-7000-8000-000000000001",
                     *           "inboundSentAt": "2026-11-24T06:00:00.000Z",
                     *           "at": "2026-11-24T06:00:00.000Z",
                     *           "updatedAt": "2026-11-24T06:00:00.000Z",
                     *           "statuses": [
                     *             {
                     *               "status": "claimed",
                     *               "at": "2026-11-24T06:00:00.000Z",
                     *               "receivedAt": "2026-11-24T06:00:00.000Z",
                     *               "errorCode": "text"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AdminNotification"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    reportOptIns: {
        parameters: {
            query?: {
                /** @example 2026-11-01 */
                from?: string;
                /** @example 2026-11-24 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report; the last 30 days where nothing else is asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-24",
                     *       "to": "2026-11-24",
                     *       "timeZone": "text",
                     *       "totals": {
                     *         "impressions": 1,
                     *         "linkOpens": 1,
                     *         "qrShown": 1,
                     *         "copied": 1,
                     *         "helpShown": 1,
                     *         "declined": 1,
                     *         "skipped": 1,
                     *         "connected": 1,
                     *         "messages": 1,
                     *         "optedOut": 1
                     *       },
                     *       "rates": {
                     *         "adoption": 1,
                     *         "decline": 1,
                     *         "optOut": 1,
                     *         "renewal": 1,
                     *         "capture": 1
                     *       },
                     *       "timeToConnect": {
                     *         "medianSeconds": 1,
                     *         "p90Seconds": 1,
                     *         "samples": 1
                     *       },
                     *       "days": [
                     *         {
                     *           "day": "2026-11-24",
                     *           "impressions": 1,
                     *           "linkOpens": 1,
                     *           "qrShown": 1,
                     *           "copied": 1,
                     *           "helpShown": 1,
                     *           "declined": 1,
                     *           "skipped": 1,
                     *           "connected": 1,
                     *           "messages": 1,
                     *           "optedOut": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OptInAnalytics"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    reportDeliveries: {
        parameters: {
            query?: {
                /** @example 2026-11-01 */
                from?: string;
                /** @example 2026-11-24 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report; the last 30 days where nothing else is asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-24",
                     *       "to": "2026-11-24",
                     *       "timeZone": "text",
                     *       "totals": {
                     *         "push": 1,
                     *         "whatsapp_fallback": 1,
                     *         "sms_fallback": 1,
                     *         "none": 1,
                     *         "push_only": 1
                     *       },
                     *       "days": [
                     *         {
                     *           "day": "2026-11-24",
                     *           "push": 1,
                     *           "whatsapp_fallback": 1,
                     *           "sms_fallback": 1,
                     *           "none": 1,
                     *           "push_only": 1
                     *         }
                     *       ],
                     *       "failures": [
                     *         {
                     *           "tier": "push",
                     *           "reason": "no_push_subscription",
                     *           "count": 1
                     *         }
                     *       ],
                     *       "attempts": [
                     *         {
                     *           "tier": "push",
                     *           "made": 1,
                     *           "succeeded": 1,
                     *           "failed": 1,
                     *           "late": 1,
                     *           "unknown": 1
                     *         }
                     *       ],
                     *       "sms": {
                     *         "messages": 1,
                     *         "segments": 1,
                     *         "costCents": 1,
                     *         "estimatedCostCents": 1,
                     *         "unknownCost": 1
                     *       },
                     *       "reactions": [
                     *         {
                     *           "type": "ticket_created",
                     *           "lateness": "within_minute",
                     *           "up": 1,
                     *           "down": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryAnalytics"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    reportCompliance: {
        parameters: {
            query?: {
                /** @example 2026-11-01 */
                from?: string;
                /** @example 2026-11-24 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report; the last 30 days where nothing else is asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-24",
                     *       "to": "2026-11-24",
                     *       "timeZone": "text",
                     *       "proof": {
                     *         "sends": 1,
                     *         "unsolicited": 1,
                     *         "query": "text",
                     *         "bases": [
                     *           {
                     *             "tier": "push",
                     *             "basis": "subscription",
                     *             "sends": 1,
                     *             "unproven": 1
                     *           }
                     *         ],
                     *         "basesQuery": "text",
                     *         "checkedAt": "2026-11-24T06:00:00.000Z"
                     *       },
                     *       "chain": {
                     *         "status": "whole",
                     *         "seals": 1,
                     *         "unsealed": 1,
                     *         "checkedAt": "2026-11-24T06:00:00.000Z"
                     *       },
                     *       "optIns": {
                     *         "shown": 1,
                     *         "unopened": 1
                     *       },
                     *       "consents": {
                     *         "granted": 1,
                     *         "withdrawn": 1
                     *       },
                     *       "rates": {
                     *         "adoption": 1,
                     *         "decline": 1,
                     *         "optOut": 1,
                     *         "renewal": 1,
                     *         "capture": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ComplianceReport"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    checkCompliance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report with what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-24",
                     *       "to": "2026-11-24",
                     *       "timeZone": "text",
                     *       "proof": {
                     *         "sends": 1,
                     *         "unsolicited": 1,
                     *         "query": "text",
                     *         "bases": [
                     *           {
                     *             "tier": "push",
                     *             "basis": "subscription",
                     *             "sends": 1,
                     *             "unproven": 1
                     *           }
                     *         ],
                     *         "basesQuery": "text",
                     *         "checkedAt": "2026-11-24T06:00:00.000Z"
                     *       },
                     *       "chain": {
                     *         "status": "whole",
                     *         "seals": 1,
                     *         "unsealed": 1,
                     *         "checkedAt": "2026-11-24T06:00:00.000Z"
                     *       },
                     *       "optIns": {
                     *         "shown": 1,
                     *         "unopened": 1
                     *       },
                     *       "consents": {
                     *         "granted": 1,
                     *         "withdrawn": 1
                     *       },
                     *       "rates": {
                     *         "adoption": 1,
                     *         "decline": 1,
                     *         "optOut": 1,
                     *         "renewal": 1,
                     *         "capture": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ComplianceReport"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listConsents: {
        parameters: {
            query?: {
                /** @example withdrawn */
                action?: "granted" | "withdrawn";
                contactId?: string;
                ticketId?: string;
                from?: string;
                to?: string;
                /** @description `nextCursor` of the page before, with the same filters. */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "recordedAt": "2026-11-24T06:00:00.000Z",
                     *           "contactId": "01938f6e-0000-7000-8000-000000000001",
                     *           "action": "granted",
                     *           "purpose": "text",
                     *           "channel": "text",
                     *           "method": "opt_in_code",
                     *           "wording": "text",
                     *           "wordingLocale": "text",
                     *           "consentText": "text",
                     *           "consentVersion": "text",
                     *           "consentHash": "text",
                     *           "consentSource": "shipped",
                     *           "pageOrigin": "text",
                     *           "ticketId": "text",
                     *           "optInId": "01938f6e-0000-7000-8000-000000000001",
                     *           "inboundMessageId": "01938f6e-0000-7000-8000-000000000001",
                     *           "provider": "text",
                     *           "messageSentAt": "2026-11-24T06:00:00.000Z",
                     *           "evidence": "signed_webhook",
                     *           "seal": {
                     *             "position": 1,
                     *             "hash": "text"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AdminConsentPage"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As they stand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "text",
                     *       "whatsappNumber": "text",
                     *       "whatsappEnabled": true,
                     *       "messageStyle": "simple",
                     *       "defaultLocale": "ar-SA",
                     *       "timeZone": "text",
                     *       "quietHours": {
                     *         "from": "text",
                     *         "until": "text"
                     *       },
                     *       "renewalEnabled": true,
                     *       "cancelWords": "staff",
                     *       "actions": {
                     *         "ticket_created": [
                     *           "on_my_way"
                     *         ],
                     *         "position_update": [
                     *           "on_my_way"
                     *         ],
                     *         "almost_your_turn": [
                     *           "on_my_way"
                     *         ],
                     *         "your_turn": [
                     *           "on_my_way"
                     *         ],
                     *         "session_expiring": [
                     *           "on_my_way"
                     *         ],
                     *         "critical": [
                     *           "on_my_way"
                     *         ]
                     *       },
                     *       "leaveFreesTicket": true,
                     *       "quickReplies": {
                     *         "en": [
                     *           "Yes."
                     *         ]
                     *       },
                     *       "smsDailyLimit": 1,
                     *       "smsAllowedCountries": [
                     *         "SA"
                     *       ],
                     *       "id": "text",
                     *       "templates": [
                     *         {
                     *           "type": "ticket_created",
                     *           "locale": "text",
                     *           "body": "text"
                     *         }
                     *       ],
                     *       "retentionDays": {
                     *         "messages": 1,
                     *         "funnel": 1,
                     *         "statuses": 1,
                     *         "customers": 1,
                     *         "notifications": 1,
                     *         "audit": 1
                     *       },
                     *       "builtInQuickReplies": {
                     *         "en": [
                     *           "Yes."
                     *         ]
                     *       },
                     *       "defaultRetentionDays": {
                     *         "messages": 1,
                     *         "funnel": 1,
                     *         "statuses": 1,
                     *         "customers": 1,
                     *         "notifications": 1,
                     *         "audit": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OrganizationSettings"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "until": "07:00"
                 *       },
                 *       "renewalEnabled": true
                 *     }
                 */
                "application/json": components["schemas"]["OrganizationChanges"];
            };
        };
        responses: {
            /** @description As they stand now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "text",
                     *       "whatsappNumber": "text",
                     *       "whatsappEnabled": true,
                     *       "messageStyle": "simple",
                     *       "defaultLocale": "ar-SA",
                     *       "timeZone": "text",
                     *       "quietHours": {
                     *         "from": "text",
                     *         "until": "text"
                     *       },
                     *       "renewalEnabled": true,
                     *       "cancelWords": "staff",
                     *       "actions": {
                     *         "ticket_created": [
                     *           "on_my_way"
                     *         ],
                     *         "position_update": [
                     *           "on_my_way"
                     *         ],
                     *         "almost_your_turn": [
                     *           "on_my_way"
                     *         ],
                     *         "your_turn": [
                     *           "on_my_way"
                     *         ],
                     *         "session_expiring": [
                     *           "on_my_way"
                     *         ],
                     *         "critical": [
                     *           "on_my_way"
                     *         ]
                     *       },
                     *       "leaveFreesTicket": true,
                     *       "quickReplies": {
                     *         "en": [
                     *           "Yes."
                     *         ]
                     *       },
                     *       "smsDailyLimit": 1,
                     *       "smsAllowedCountries": [
                     *         "SA"
                     *       ],
                     *       "id": "text",
                     *       "templates": [
                     *         {
                     *           "type": "ticket_created",
                     *           "locale": "text",
                     *           "body": "text"
                     *         }
                     *       ],
                     *       "retentionDays": {
                     *         "messages": 1,
                     *         "funnel": 1,
                     *         "statuses": 1,
                     *         "customers": 1,
                     *         "notifications": 1,
                     *         "audit": 1
                     *       },
                     *       "builtInQuickReplies": {
                     *         "en": [
                     *           "Yes."
                     *         ]
                     *       },
                     *       "defaultRetentionDays": {
                     *         "messages": 1,
                     *         "funnel": 1,
                     *         "statuses": 1,
                     *         "customers": 1,
                     *         "notifications": 1,
                     *         "audit": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OrganizationSettings"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.INVALID_PHONE_NUMBER"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    previewTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "It is your turn, {ticketNumber}.",
                 *       "values": {
                 *         "ticketNumber": "A001"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TemplatePreview"];
            };
        };
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "text": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["TemplatePreviewText"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readBuiltInText: {
        parameters: {
            query: {
                /** @example your_turn */
                type: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
                /** @example en */
                locale: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "It's your turn! Ticket: {ticketNumber}."
                     *     }
                     */
                    "application/json": components["schemas"]["BuiltInText"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listParkedWork: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before, with the same filters. */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "reply",
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "lastError": "text",
                     *           "failures": 1,
                     *           "createdAt": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    retryParkedWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example notification */
                kind: "reply" | "inbound_message" | "notification";
                /** @example 01938f6e-0000-7000-8000-000000000002 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Due again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readSms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "provider": "text",
                     *       "from": "text",
                     *       "fallbackEnabled": true,
                     *       "criticalOnly": true,
                     *       "dailyLimit": 1,
                     *       "allowedCountries": [
                     *         "text"
                     *       ],
                     *       "usedToday": 1,
                     *       "last30Days": {
                     *         "messages": 1,
                     *         "segments": 1,
                     *         "costCents": 1,
                     *         "estimatedCostCents": 1,
                     *         "unknownCost": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SmsSettings"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    changeSms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dailyLimit": 100,
                 *       "allowedCountries": [
                 *         "SA"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SmsChanges"];
            };
        };
        responses: {
            /** @description As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "provider": "text",
                     *       "from": "text",
                     *       "fallbackEnabled": true,
                     *       "criticalOnly": true,
                     *       "dailyLimit": 1,
                     *       "allowedCountries": [
                     *         "text"
                     *       ],
                     *       "usedToday": 1,
                     *       "last30Days": {
                     *         "messages": 1,
                     *         "segments": 1,
                     *         "costCents": 1,
                     *         "estimatedCostCents": 1,
                     *         "unknownCost": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SmsSettings"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listEventEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "url": "https://clinic.example/events",
                     *           "description": "text",
                     *           "types": [
                     *             "optin.connected"
                     *           ],
                     *           "enabled": true,
                     *           "disabledReason": "staff",
                     *           "formerSecretUntil": "2026-11-24T06:00:00.000Z",
                     *           "failures": 1,
                     *           "pausedUntil": "2026-11-24T06:00:00.000Z",
                     *           "lastSuccessAt": "2026-11-24T06:00:00.000Z",
                     *           "lastFailureAt": "2026-11-24T06:00:00.000Z",
                     *           "pending": 1,
                     *           "dead": 1,
                     *           "createdAt": "2026-11-24T06:00:00.000Z",
                     *           "updatedAt": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EventEndpointList"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    createEventEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://clinic.example/events",
                 *       "types": [
                 *         "optin.connected",
                 *         "message.action"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateEventEndpoint"];
            };
        };
        responses: {
            /** @description With its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "url": "https://clinic.example/events",
                     *       "description": "text",
                     *       "types": [
                     *         "optin.connected"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "staff",
                     *       "formerSecretUntil": "2026-11-24T06:00:00.000Z",
                     *       "failures": 1,
                     *       "pausedUntil": "2026-11-24T06:00:00.000Z",
                     *       "lastSuccessAt": "2026-11-24T06:00:00.000Z",
                     *       "lastFailureAt": "2026-11-24T06:00:00.000Z",
                     *       "pending": 1,
                     *       "dead": 1,
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "updatedAt": "2026-11-24T06:00:00.000Z",
                     *       "secret": "whsec_…"
                     *     }
                     */
                    "application/json": components["schemas"]["EventEndpointCreated"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    readEventEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "url": "https://clinic.example/events",
                     *       "description": "text",
                     *       "types": [
                     *         "optin.connected"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "staff",
                     *       "formerSecretUntil": "2026-11-24T06:00:00.000Z",
                     *       "failures": 1,
                     *       "pausedUntil": "2026-11-24T06:00:00.000Z",
                     *       "lastSuccessAt": "2026-11-24T06:00:00.000Z",
                     *       "lastFailureAt": "2026-11-24T06:00:00.000Z",
                     *       "pending": 1,
                     *       "dead": 1,
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "updatedAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EventEndpoint"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    changeEventEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["EventEndpointChanges"];
            };
        };
        responses: {
            /** @description As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "url": "https://clinic.example/events",
                     *       "description": "text",
                     *       "types": [
                     *         "optin.connected"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "staff",
                     *       "formerSecretUntil": "2026-11-24T06:00:00.000Z",
                     *       "failures": 1,
                     *       "pausedUntil": "2026-11-24T06:00:00.000Z",
                     *       "lastSuccessAt": "2026-11-24T06:00:00.000Z",
                     *       "lastFailureAt": "2026-11-24T06:00:00.000Z",
                     *       "pending": 1,
                     *       "dead": 1,
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "updatedAt": "2026-11-24T06:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EventEndpoint"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    deleteEventEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    rotateEventSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 24
                 *     }
                 */
                "application/json": components["schemas"]["RotateEventSecret"];
            };
        };
        responses: {
            /** @description With the new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01938f6e-0000-7000-8000-000000000001",
                     *       "url": "https://clinic.example/events",
                     *       "description": "text",
                     *       "types": [
                     *         "optin.connected"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "staff",
                     *       "formerSecretUntil": "2026-11-24T06:00:00.000Z",
                     *       "failures": 1,
                     *       "pausedUntil": "2026-11-24T06:00:00.000Z",
                     *       "lastSuccessAt": "2026-11-24T06:00:00.000Z",
                     *       "lastFailureAt": "2026-11-24T06:00:00.000Z",
                     *       "pending": 1,
                     *       "dead": 1,
                     *       "createdAt": "2026-11-24T06:00:00.000Z",
                     *       "updatedAt": "2026-11-24T06:00:00.000Z",
                     *       "secret": "whsec_…"
                     *     }
                     */
                    "application/json": components["schemas"]["EventEndpointCreated"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listEventDeliveries: {
        parameters: {
            query?: {
                /** @example dead */
                status?: "pending" | "delivered" | "dead";
                type?: "optin.connected" | "optin.declined" | "optin.expired" | "session.opened" | "session.renewed" | "session.ended" | "message.received" | "message.action" | "consent.granted" | "consent.withdrawn" | "notification.settled" | "notification.delivered" | "contact.erased" | "account.alert";
                /** @description `nextCursor` of the page before, with the same filters. */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "01938f6e-0000-7000-8000-000000000001",
                     *           "type": "optin.connected",
                     *           "ticketId": "text",
                     *           "status": "pending",
                     *           "tries": 1,
                     *           "httpStatus": 1,
                     *           "lastError": "text",
                     *           "nextTryAt": "2026-11-24T06:00:00.000Z",
                     *           "createdAt": "2026-11-24T06:00:00.000Z",
                     *           "updatedAt": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["EventDeliveryPage"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    replayEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-11-24T06:00:00.000Z",
                 *       "which": "dead"
                 *     }
                 */
                "application/json": components["schemas"]["ReplayEvents"];
            };
        };
        responses: {
            /** @description Due again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EventsReplayed"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    testEventEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01938f6e-0000-7000-8000-000000000006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way; `listEventDeliveries` shows it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "eventId": "01938f6e-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        eventId: string;
                    };
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    testSms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "+966500000000"
                 *     }
                 */
                "application/json": components["schemas"]["SmsTest"];
            };
        };
        responses: {
            /** @description Whether the vendor took it, or why it was refused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "reason": "text",
                     *       "providerMessageId": "text",
                     *       "estimatedCostCents": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SmsTestAnswer"];
                };
            };
            400: components["responses"]["BAD_REQUEST"];
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            404: components["responses"]["NOT_FOUND"];
            413: components["responses"]["PAYLOAD_TOO_LARGE"];
            422: components["responses"]["UNPROCESSABLE.INVALID_PHONE_NUMBER"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    exportSessions: {
        parameters: {
            query?: {
                status?: "active" | "expiring" | "ended";
                /** @description Beginnings of words. With `phones.reveal` also of a phone, or its last four digits; without it a whole phone alone. Written to the audit log where it looks for a phone. */
                search?: string;
                ticketId?: string;
                contactId?: string;
                /** @example 2026-11-01T00:00:00Z */
                from?: string;
                /** @example 2026-11-24T00:00:00Z */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    exportNotifications: {
        parameters: {
            query?: {
                type?: "ticket_created" | "position_update" | "almost_your_turn" | "your_turn" | "session_expiring" | "critical";
                method?: "push" | "whatsapp_fallback" | "sms_fallback" | "none" | "push_only";
                reason?: "no_push_subscription" | "push_failed" | "push_unacknowledged" | "no_phone" | "no_active_session" | "opted_out" | "whatsapp_disabled" | "whatsapp_failed" | "provider_unavailable" | "not_critical" | "sms_disabled" | "sms_country" | "sms_limit" | "sms_failed" | "quiet_hours" | "already_sent" | "expired" | "unknown_outcome";
                ticketId?: string;
                contactId?: string;
                outcome?: "late" | "unknown" | "failed" | "waiting" | "parked";
                /** @example 2026-11-01T00:00:00Z */
                from?: string;
                /** @example 2026-11-24T00:00:00Z */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    exportConsents: {
        parameters: {
            query?: {
                action?: "granted" | "withdrawn";
                contactId?: string;
                ticketId?: string;
                /** @example 2026-11-01T00:00:00Z */
                from?: string;
                /** @example 2026-11-24T00:00:00Z */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /** @example phone.revealed */
                action?: "staff.signed_in" | "staff.signed_out" | "staff_token.created" | "phone.revealed" | "phone.looked_up" | "session.ended" | "session.reminded" | "ticket.called" | "message.seen" | "message.answered" | "settings.changed" | "sms.changed" | "sms.tested" | "export.made" | "contact.erased" | "contact.stopped" | "key.created" | "key.rotated" | "key.revoked" | "webhook.created" | "webhook.changed" | "webhook.rotated" | "webhook.deleted" | "webhook.replayed" | "webhook.tested" | "parked.retried" | "compliance.checked";
                from?: string;
                to?: string;
                /** @description `nextCursor` of the page before, with the same filters. */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "at": "2026-11-24T06:00:00.000Z",
                     *           "actor": {
                     *             "name": "text",
                     *             "role": "viewer",
                     *             "by": "cookie"
                     *           },
                     *           "action": "staff.signed_in",
                     *           "target": "text",
                     *           "details": {}
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditLogPage"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            422: components["responses"]["UNPROCESSABLE"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    listAccountAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first; empty where all is well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01938f6e-0000-7000-8000-000000000001",
                     *           "kind": "quality",
                     *           "severity": "info",
                     *           "provider": "text",
                     *           "businessNumber": "text",
                     *           "code": "FLAGGED",
                     *           "message": "text",
                     *           "occurredAt": "2026-11-24T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountAlertList"];
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    followChanges: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["UNAUTHORIZED"];
            403: components["responses"]["FORBIDDEN"];
            429: components["responses"]["RATE_LIMITED"];
        };
    };
    checkHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    checkReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            503: components["responses"]["UNAVAILABLE"];
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    optin_connected: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "optin.connected",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "optInId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "ticketNumber": "A017",
                 *         "locale": "ar",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "messageId": "01938f6e-0000-7000-8000-000000000001",
                 *         "connectedAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.optin.connected"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    optin_declined: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "optin.declined",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "optInId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "ticketNumber": "A017",
                 *         "locale": "ar",
                 *         "reason": "skipped"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.optin.declined"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    optin_expired: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "optin.expired",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "optInId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "ticketNumber": "A017",
                 *         "locale": "ar",
                 *         "expiredAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.optin.expired"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    session_opened: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "session.opened",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "sessionId": "01938f6e-0000-7000-8000-000000000001",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "businessNumber": "+966500000000",
                 *         "expiresAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.session.opened"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    session_renewed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "session.renewed",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "sessionId": "01938f6e-0000-7000-8000-000000000001",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "businessNumber": "+966500000000",
                 *         "expiresAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.session.renewed"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    session_ended: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "session.ended",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "sessionId": "01938f6e-0000-7000-8000-000000000001",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "businessNumber": "+966500000000",
                 *         "reason": "expired",
                 *         "endedAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.session.ended"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    message_received: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "message.received",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "messageId": "01938f6e-0000-7000-8000-000000000001",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "sessionId": "01938f6e-0000-7000-8000-000000000001",
                 *         "businessNumber": "+966500000000",
                 *         "phoneNumber": "+966500000001",
                 *         "contentType": "text",
                 *         "text": "How long will it take?",
                 *         "keyword": null,
                 *         "sentAt": "2026-11-24T06:00:00.000Z",
                 *         "receivedAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.message.received"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    message_action: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "message.action",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "action": "on_my_way",
                 *         "ticketId": "ticket-17",
                 *         "notificationId": "01938f6e-0000-7000-8000-000000000001",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "messageId": "01938f6e-0000-7000-8000-000000000001",
                 *         "receivedAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.message.action"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    consent_granted: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "consent.granted",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "consentId": "01938f6e-0000-7000-8000-000000000001",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "optInId": "01938f6e-0000-7000-8000-000000000001",
                 *         "messageId": "01938f6e-0000-7000-8000-000000000001",
                 *         "purpose": "ticket_notifications",
                 *         "channel": "whatsapp",
                 *         "method": "opt_in_code",
                 *         "recordedAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.consent.granted"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    consent_withdrawn: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "consent.withdrawn",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "consentId": "01938f6e-0000-7000-8000-000000000001",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "optInId": "01938f6e-0000-7000-8000-000000000001",
                 *         "messageId": "01938f6e-0000-7000-8000-000000000001",
                 *         "purpose": "ticket_notifications",
                 *         "channel": "whatsapp",
                 *         "method": "opt_in_code",
                 *         "recordedAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.consent.withdrawn"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    notification_settled: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "notification.settled",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "notificationId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "type": "your_turn",
                 *         "success": true,
                 *         "method": "whatsapp_fallback",
                 *         "reason": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.notification.settled"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    notification_delivered: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "notification.delivered",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "notificationId": "01938f6e-0000-7000-8000-000000000001",
                 *         "ticketId": "ticket-17",
                 *         "contactId": "01938f6e-0000-7000-8000-000000000001",
                 *         "type": "your_turn",
                 *         "attemptId": "01938f6e-0000-7000-8000-000000000001",
                 *         "tier": "whatsapp",
                 *         "late": false,
                 *         "deliveredAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.notification.delivered"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    contact_erased: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "contact.erased",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "contactIds": [
                 *           "01938f6e-0000-7000-8000-000000000001"
                 *         ],
                 *         "erasedAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.contact.erased"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    account_alert: {
        parameters: {
            query?: never;
            header: {
                /** @description The same at each try: what was handled is left alone. */
                "webhook-id": string;
                /** @description Seconds since 1970, of this try. */
                "webhook-timestamp": string;
                /** @description One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "account.alert",
                 *       "timestamp": "2026-11-24T06:00:00.000Z",
                 *       "data": {
                 *         "organizationId": "clinic",
                 *         "kind": "quality",
                 *         "severity": "warning",
                 *         "provider": "meta",
                 *         "businessNumber": "+966500000000",
                 *         "code": "FLAGGED",
                 *         "message": "The quality of the number is low.",
                 *         "occurredAt": "2026-11-24T06:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event.account.alert"];
            };
        };
        responses: {
            /** @description Taken. Any 2xx within ten seconds is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more: the address is disabled. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
