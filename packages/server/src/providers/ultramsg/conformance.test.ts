import { describeWhatsAppProvider } from '../testing/provider-conformance.js';
import { ULTRAMSG_KIT } from './testing/ultramsg-kit.js';

describeWhatsAppProvider(ULTRAMSG_KIT);
