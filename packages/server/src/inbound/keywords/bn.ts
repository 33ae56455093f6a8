import type { Keywords } from './keywords.js';

export const bn: Keywords = {
  stop: [
    'বন্ধ',
    'বন্ধ করুন',
    'বন্ধ করো',
    'বন্ধ কর',
    'বন্ধ করে দিন',
    'থামান',
    'থামাও',
    'স্টপ',
    'আনসাবস্ক্রাইব',
    'মেসেজ বন্ধ করুন',
    'মেসেজ বন্ধ করো',
    'আপডেট বন্ধ করুন',
    'নোটিফিকেশন বন্ধ করুন',
    'মেসেজ পাঠাবেন না',
    'আর মেসেজ পাঠাবেন না',
    'মেসেজ চাই না',
    'bondho korun',
    'bondho koro',
    'message bondho korun',
    'message pathaben na',
  ],
  start: ['শুরু করুন', 'শুরু করো', 'আবার শুরু করুন', 'চালু করুন', 'চালু করো', 'স্টার্ট', 'shuru korun', 'chalu korun'],
};
