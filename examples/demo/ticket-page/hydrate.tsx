import { hydrateRoot } from 'react-dom/client';
import { TicketPage, type PageData } from './ticket-page.js';

const data = document.getElementById('page-data')?.textContent ?? '';
const root = document.getElementById('root');
if (root) hydrateRoot(root, <TicketPage page={JSON.parse(data) as PageData} />);
