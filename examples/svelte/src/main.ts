import '@whatsapp-optin/web-component/define';
import { mount } from 'svelte';
import TicketPage from './TicketPage.svelte';

mount(TicketPage, { target: document.querySelector('#app') ?? document.body });
