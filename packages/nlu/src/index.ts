export { createFaqSearch } from './faq-search.ts';
export { ModelBytesError, TrainingError } from './errors.ts';
export { loadModel } from './load-model.ts';
export { trainModel } from './train-model.ts';
export { createTrainer } from './trainer.ts';
export type { Trainer, TrainerOptions } from './trainer.ts';
