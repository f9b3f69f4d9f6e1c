import type { Migration } from './migration.ts';

/**
 * Counts the changes of each site's products, so that a server sees cheaply whether what it keeps in memory is still so.
 * Triggers, because an import is another process and undoing one writes rows of its own.
 */
export const productVersion: Migration = {
  version: 16,
  since: '0.1.0',
  sql: `
    CREATE TABLE product_version (site INTEGER PRIMARY KEY, version INTEGER NOT NULL);
    INSERT INTO product_version SELECT DISTINCT site, 1 FROM product;
    CREATE TRIGGER product_added AFTER INSERT ON product BEGIN
      INSERT INTO product_version VALUES (NEW.site, 1) ON CONFLICT (site) DO UPDATE SET version = version + 1;
    END;
    CREATE TRIGGER product_changed AFTER UPDATE ON product BEGIN
      INSERT INTO product_version VALUES (NEW.site, 1) ON CONFLICT (site) DO UPDATE SET version = version + 1;
    END;
    CREATE TRIGGER product_removed AFTER DELETE ON product BEGIN
      INSERT INTO product_version VALUES (OLD.site, 1) ON CONFLICT (site) DO UPDATE SET version = version + 1;
    END;
  `,
};
