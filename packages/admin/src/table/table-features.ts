import { rowSelectionFeature, rowSortingFeature, tableFeatures } from '@tanstack/react-table';

export const TABLE_FEATURES = tableFeatures({ rowSortingFeature, rowSelectionFeature });
export type DataTableFeatures = typeof TABLE_FEATURES;
