/** What the set-up asks for, in this order; each can be done later, or left out. */
export const SETUP_STEPS = ['channel', 'stores', 'people', 'import'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export const isSetupStep = (raw: string): raw is SetupStep => SETUP_STEPS.some((step) => step === raw);
