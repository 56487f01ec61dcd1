// Node's --import for children of the supervisor. A file, because `next dev` hands the flag on in NODE_OPTIONS,
// where inline code would lose its quotes.
process.on("disconnect", () => process.exit());
