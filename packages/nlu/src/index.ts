export { crossValidate } from './cross-validate.ts';
export type { CrossValidation, HeldOut } from './cross-validate.ts';
export { createFaqSearch } from './faq-search.ts';
export { ModelBytesError, TrainingError } from './errors.ts';
export { loadModel } from './load-model.ts';
export { trainModel } from './train-model.ts';
export { createTrainer } from './trainer.ts';
export type { Trainer, TrainerOptions } from './trainer.ts';
