const express = require('express');

const routes = express.Router();
routes.get('/', (request, response) => response.send('hello, harbour'));

if (process.argv.includes('--check')) {
  console.log(`${routes.stack.length} route`);
} else {
  express().use(routes).listen(8080);
}
