import { describeWhatsAppProvider } from '../testing/provider-conformance.js';
import { TWILIO_KIT } from './testing/twilio-kit.js';

describeWhatsAppProvider(TWILIO_KIT);
