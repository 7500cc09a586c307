"""RDF servers on free ports of loopback, each stopped and gone at the end of its block.

    with Oxigraph() as server: server.select('SELECT ...')

`missing()` says why a server cannot be had on this machine, or gives None.
"""
import csv
import io
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ENGINES = Path(os.environ['ENGINES'])


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


class Server:
    user = password = None
    names_graph = None  # what stands in for a default graph

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix=f'guanxi-{self.name.lower()}-'))
        self.port = free_port()
        self.log = open(self.folder / 'output', 'wb')
        try:
            self.process = subprocess.Popen(self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self.log,
                                            stderr=subprocess.STDOUT)
            self.wait_until_it_answers()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        process = getattr(self, 'process', None)
        if process is not None:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait_until_it_answers(self):
        for _ in range(240):
            if self.process.poll() is not None:
                break
            try:
                self.select('SELECT ?s WHERE { ?s <urn:no> ?o }')
                return
            except (urllib.error.URLError, ConnectionError, OSError):
                time.sleep(0.25)
        raise RuntimeError(f'{self.name} did not start:\n{(self.folder / "output").read_text(errors="replace")[-2000:]}')

    def at(self, path):
        return f'http://127.0.0.1:{self.port}{path}'

    def request(self, method, url, body=None, **headers):
        handlers = []
        if self.user:
            passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            passwords.add_password(None, url, self.user, self.password)
            handlers = [urllib.request.HTTPDigestAuthHandler(passwords), urllib.request.HTTPBasicAuthHandler(passwords)]
        request = urllib.request.Request(url, body, {k.replace('_', '-'): v for k, v in headers.items()}, method=method)
        try:
            with urllib.request.build_opener(*handlers).open(request, timeout=120) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            error.msg += ': ' + error.read().decode('utf-8', 'replace')[:2000]
            raise

    def select(self, query):
        """The rows of a query, each a tuple of texts."""
        body = urllib.parse.urlencode({'query': query}).encode()
        answer = self.request('POST', self.query_url, body, Accept='text/csv',
                              Content_Type='application/x-www-form-urlencoded')
        # csv wants to part lines itself, for texts may hold line breaks
        return [tuple(row) for row in csv.reader(io.StringIO(answer.decode('utf-8'), newline=''))][1:]


class Oxigraph(Server):
    """The server of Oxigraph, from PyPI."""
    name = 'Oxigraph'
    program = ENGINES / 'python' / 'bin' / 'oxigraph'

    @classmethod
    def missing(cls):
        return None if cls.program.exists() else 'the server of Oxigraph (PyPI: oxigraph)'

    def command(self):
        return [self.program, 'serve', '--location', self.folder / 'store', '--bind', f'127.0.0.1:{self.port}',
                '--union-default-graph']

    @property
    def query_url(self):
        return self.at('/query')

    @property
    def store_url(self):
        return self.at('/store')

    @property
    def update_url(self):
        return self.at('/update')

    def load(self, nquads):
        self.request('POST', self.store_url, nquads, Content_Type='application/n-quads')


class Fuseki(Server):
    """Apache Jena Fuseki, from its jar files; with a user, it lets in no other. Its union of graphs leaves the unnamed one out."""
    name = 'Fuseki'
    names_graph = 'urn:guanxi:names'
    jars = ENGINES / 'jars' / 'fuseki'

    def __init__(self, user=None, password=None):
        self.user, self.password = user, password

    @classmethod
    def missing(cls):
        if not shutil.which('java'):
            return 'java, for Fuseki'
        return None if any(cls.jars.glob('jena-fuseki-main-*.jar')) else 'the jar files of Fuseki (Maven: jena-fuseki-main)'

    def command(self):
        who = []
        if self.user:
            (self.folder / 'passwords').write_text(f'{self.user}: {self.password}\n')
            who = ['--passwd', self.folder / 'passwords', '--auth', 'basic']
        return ['java', '-Xmx700m', '-cp', f'{self.jars}/*', 'org.apache.jena.fuseki.main.cmds.FusekiMainCmd', '--quiet',
                '--localhost', '--port', str(self.port), '--update', *who, '--set', 'tdb2:unionDefaultGraph=true',
                '--tdb2', '--loc', self.made('store'), '/reports']

    def made(self, name):
        (self.folder / name).mkdir()
        return self.folder / name

    @property
    def query_url(self):
        return self.at('/reports/query')

    @property
    def store_url(self):
        return self.at('/reports/data')

    @property
    def update_url(self):
        return self.at('/reports/update')

    def load(self, nquads):
        self.request('POST', self.store_url, nquads, Content_Type='application/n-quads')
        self.request('POST', self.update_url, f'MOVE DEFAULT TO <{self.names_graph}>'.encode(),
                     Content_Type='application/sparql-update')


class Virtuoso(Server):
    """Debian's Virtuoso. It has no default graph: a query without FROM sees all graphs."""
    name = 'Virtuoso'
    user, password = 'dba', 'dba'
    names_graph = 'urn:guanxi:names'

    @classmethod
    def missing(cls):
        return None if shutil.which('virtuoso-t') else 'virtuoso-t (Debian: virtuoso-opensource-7-bin)'

    def command(self):
        self.sql_port = free_port()
        v = self.folder
        (v / 'virtuoso.ini').write_text(f'''[Database]
DatabaseFile = {v}/virtuoso.db
ErrorLogFile = {v}/virtuoso.log
LockFile = {v}/virtuoso.lck
TransactionFile = {v}/virtuoso.trx
xa_persistent_file = {v}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {v}/virtuoso-temp.db
TransactionFile = {v}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{self.sql_port}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = {v}
[HTTPServer]
ServerPort = 127.0.0.1:{self.port}
ServerThreads = 4
ServerRoot = {v}
Charset = UTF-8
''')
        return ['virtuoso-t', '+configfile', v / 'virtuoso.ini', '+foreground']

    @property
    def query_url(self):
        return self.at('/sparql')

    @property
    def store_url(self):
        return self.at('/sparql-graph-crud-auth')

    def load(self, nquads):
        file = self.folder / 'load.nq'
        file.write_bytes(nquads)
        done = subprocess.run(['isql-vt', f'127.0.0.1:{self.sql_port}', self.user, self.password, 'ERRORS=STDOUT', 'VERBOSE=OFF',
                               f"exec=DB.DBA.TTLP(file_to_string_output('{file}'),'','{self.names_graph}',512);"],
                              stdout=subprocess.PIPE, text=True)
        if '*** Error' in done.stdout:  # it exits 0
            raise RuntimeError(done.stdout)


SERVERS = (Virtuoso, Oxigraph, Fuseki)
