-- Alone, as a value that a transaction has added to an enum cannot be used before its commit.
ALTER TYPE "booking_status" ADD VALUE 'COMPLETED';
ALTER TYPE "payment_method" ADD VALUE 'UPI';
ALTER TYPE "payment_method" ADD VALUE 'NET_BANKING';
ALTER TYPE "payment_method" ADD VALUE 'WALLET';
ALTER TYPE "payment_method" ADD VALUE 'CASH';
ALTER TYPE "payment_status" ADD VALUE 'ACTION_REQUIRED';
ALTER TYPE "refund_status" ADD VALUE 'FAILED';
