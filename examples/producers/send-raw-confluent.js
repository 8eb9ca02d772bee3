'use strict'
// Puts a wire file on news.raw, as Wiredesk's own intake does, with Confluent's own @confluentinc/schemaregistry.
// node send-raw-confluent.js BOOTSTRAP_SERVERS REGISTRY_URL FILE [FEED]
const { rawNews, rawSchema, registryUrl, sendRaw } = require('../consumers/javascript/kafka')
const { AvroSerializer, SchemaRegistryClient, SerdeType } = require('@confluentinc/schemaregistry')

async function send (file, feed) {
  const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] })
  const id = await registry.register('news.raw-value', { schemaType: 'AVRO', schema: rawSchema })
  const values = new AvroSerializer(registry, SerdeType.VALUE, { autoRegisterSchemas: false, useSchemaId: id })
  await sendRaw(feed, await values.serialize('news.raw', rawNews(file, feed)))
}

if (process.argv.length < 5) {
  console.error('node send-raw-confluent.js BOOTSTRAP_SERVERS REGISTRY_URL FILE [FEED]')
  process.exit(2)
}
send(process.argv[4], process.argv[5] || 'example').catch((e) => {
  console.error(e)
  process.exit(1)
})
