import { serve } from './entry.ts';

// The worker of a page whose modules are served one by one; the built page starts its own script instead.
serve('');
