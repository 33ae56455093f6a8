-- A vendor's message id holds a phone. Of whom was erased it is stored no more, however late the vendor answers.
ALTER TABLE whatsapp_optin.notification_attempts ADD COLUMN id_forgotten boolean NOT NULL DEFAULT false;
