import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeStore } from './contract/describe-store.ts';
import { createMemoryStore } from './memory-store.ts';

describeStore('memory store', async () => createMemoryStore(), { describe, it, expect, beforeEach, afterEach });
