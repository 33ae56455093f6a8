import { attributesOf, FIRST_LOOK, tokensOf, type Look } from './look.js';

export interface Snippet {
  name: 'HTML' | 'React' | 'Vue';
  code: string;
}

const SERVER = { server: 'http://localhost:4000', 'publishable-key': 'pk_…' };

/** The same prompt as a host writes it in each. What is as it comes is left out. */
export function snippetsOf(look: Look): readonly Snippet[] {
  return [
    { name: 'HTML', code: htmlOf(look) },
    { name: 'React', code: reactOf(look) },
    { name: 'Vue', code: vueOf(look) },
  ];
}

function htmlOf(look: Look): string {
  return `<script type="module" src="whatsapp-optin.js"></script>
${styleOf(look)}${elementOf(look, '')}`;
}

function vueOf(look: Look): string {
  return `<script setup lang="ts">
import '@whatsapp-optin/web-component/define';
import '@whatsapp-optin/web-component/vue';
</script>

<template>
${elementOf(look, '  ')}
</template>
${styleOf(look)}`.trimEnd();
}

function reactOf(look: Look): string {
  const { phone, organization, ticket, ...rest } = attributesOf(look);
  const props = [
    ['ticketNumber', ticket],
    ['organizationName', organization],
    ['companyWhatsAppNumber', phone],
    ...chosen(rest),
    ['server', SERVER.server],
    ['publishableKey', SERVER['publishable-key']],
  ].map(([name, value]) => `      ${name}="${value}"`);
  const tokens = ownTokens(look).map(([name, value]) => `${/-/.test(name) ? `'${name}'` : name}: '${value}'`);
  const appearance = tokens.length === 0 ? [] : [`      appearance={{ variables: { ${tokens.join(', ')} } }}`];
  return `import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';

export function TicketPrompt() {
  return (
    <WhatsAppNotificationPrompt
${[...props, ...appearance].join('\n')}
    />
  );
}`;
}

function elementOf(look: Look, indent: string): string {
  const { phone, organization, ticket, ...rest } = attributesOf(look);
  const attributes = [...Object.entries({ phone, organization, ticket }), ...chosen(rest), ...Object.entries(SERVER)];
  const lines = attributes.map(([name, value]) => `${indent}  ${name}="${value}"`);
  const link = `https://wa.me/${phone.slice(1)}?text=Hi`;
  return `${indent}<whatsapp-optin
${lines.join('\n')}
${indent}>
${indent}  <a href="${link}">Get updates on WhatsApp</a>
${indent}</whatsapp-optin>`;
}

function styleOf(look: Look): string {
  const lines = ownTokens(look).map(([name, value]) => `  --whatsapp-optin-${name}: ${value};`);
  return lines.length === 0 ? '' : `<style>\nwhatsapp-optin {\n${lines.join('\n')}\n}\n</style>\n`;
}

/** Attributes whose values are not those that the prompt has by itself; the language always stands. */
function chosen({ display, locale, theme }: Pick<Look, 'display' | 'locale' | 'theme'>): [string, string][] {
  return [
    ...(display === FIRST_LOOK.display ? [] : [['display', display] as [string, string]]),
    ['locale', locale],
    ...(theme === 'auto' ? [] : [['theme', theme] as [string, string]]),
  ];
}

function ownTokens(look: Look): [string, string][] {
  const before = tokensOf({ ...look, ...FIRST_LOOK });
  return Object.entries(tokensOf(look)).filter(([name, value]) => before[name] !== value);
}
