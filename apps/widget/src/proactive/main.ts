import { createProactive } from './proactive.ts';
import type { ProactiveConfig } from './proactive.ts';
import { showMessage } from './show-message.ts';

declare const __SOLODESK_PROACTIVE__: ProactiveConfig;

createProactive(__SOLODESK_PROACTIVE__, { show: showMessage });
