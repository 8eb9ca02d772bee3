'use strict'
// Prints what becomes public, with Confluent's own @confluentinc/schemaregistry.
// node print-published-confluent.js [bootstrap servers] [registry URL]
const { AvroDeserializer, SchemaRegistryClient, SerdeType } = require('@confluentinc/schemaregistry')
const { printPublished, registryUrl } = require('./kafka')

const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] })
const values = new AvroDeserializer(registry, SerdeType.VALUE, {})
printPublished('example-confluent', (value) => values.deserialize('news.published', value)).catch((e) => {
  console.error(e)
  process.exit(1)
})
