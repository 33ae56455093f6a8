import '@whatsapp-optin/web-component/define';
import { createApp } from 'vue';
import TicketPage from './TicketPage.vue';

createApp(TicketPage).mount('#app');
