'use strict'
// Prints what becomes public, with @kafkajs/confluent-schema-registry.
// node print-published-kafkajs.js [bootstrap servers] [registry URL]
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry')
const { printPublished, registryUrl } = require('./kafka')

const registry = new SchemaRegistry({ host: registryUrl })
printPublished('example-kafkajs', (value) => registry.decode(value)).catch((e) => {
  console.error(e)
  process.exit(1)
})
