"""What people sign: PDF files, keys, certificates, signatures. Bytes in, answers out; knows no document."""
