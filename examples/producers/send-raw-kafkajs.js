'use strict'
// Puts a wire file on news.raw, as Wiredesk's own intake does, with @kafkajs/confluent-schema-registry.
// node send-raw-kafkajs.js BOOTSTRAP_SERVERS REGISTRY_URL FILE [FEED]
const { rawNews, rawSchema, registryUrl, sendRaw } = require('../consumers/javascript/kafka')
const { COMPATIBILITY, SchemaRegistry, SchemaType } = require('@kafkajs/confluent-schema-registry')

async function send (file, feed) {
  const registry = new SchemaRegistry({ host: registryUrl })
  // this client refuses a subject whose level is another than the one it is told; Wiredesk's are FULL_TRANSITIVE
  const { id } = await registry.register(
    { type: SchemaType.AVRO, schema: rawSchema },
    { subject: 'news.raw-value', compatibility: COMPATIBILITY.FULL_TRANSITIVE })
  await sendRaw(feed, await registry.encode(id, rawNews(file, feed)))
}

if (process.argv.length < 5) {
  console.error('node send-raw-kafkajs.js BOOTSTRAP_SERVERS REGISTRY_URL FILE [FEED]')
  process.exit(2)
}
send(process.argv[4], process.argv[5] || 'example').catch((e) => {
  console.error(e)
  process.exit(1)
})
