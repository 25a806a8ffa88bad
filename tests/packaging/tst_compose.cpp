// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "server/operate/configuration_file.h"
#include "tests/support/private_server.h"
#include "tests/support/server_process.h"

using namespace Qt::StringLiterals;

namespace jjak::test {

namespace {

QString packaging(const QString &path)
{
    return QDir::cleanPath(QStringLiteral(JJAK_SOURCE_DIR "/packaging/") + path);
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Said {
    int code = -1;
    QByteArray words;
};

Said run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput()};
}

//! "server.port" for JJAK_SERVER_PORT, and for the name of the file of a secret; empty when no key is meant.
QString keyOf(const QString &variable)
{
    for (const operate::Key &key : operate::configurationKeys())
        if (variable == key.variable() || (key.secret && variable == key.variable() + "_FILE"_L1))
            return key.path;
    return {};
}

//! The libraries that programs of ours are linked with, by their paths.
QSet<QString> loadedBy(const QStringList &programs)
{
    static const QRegularExpression library(u"=> (/\\S+)"_s);
    QSet<QString> out;
    for (const QString &program : programs)
        for (auto it = library.globalMatch(QString::fromUtf8(run(u"ldd"_s, {QStringLiteral(JJAK_BIN_DIR "/") + program}).words)); it.hasNext();)
            out += it.next().captured(1);
    return out;
}

QStringList names(const QJsonValue &listOrTable)
{
    if (listOrTable.isObject())
        return listOrTable.toObject().keys();
    QStringList out;
    for (const QJsonValue item : listOrTable.toArray())
        out += item.toString();
    return out;
}

} // namespace

//! packaging/compose.yml and the Containerfile, as far as they can be judged without a container.
class TestCompose : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyServiceLooksAfterItself();
    void whatItNamesExists();
    void secretsComeFromFilesOnly();
    void nodesAreConfiguredWithKeysThatExist();
    void variablesThatPackagingNamesBelongToKeys();
    void redisKeepsWhatItIsGiven();
    void nginxKnowsTheNodesAndTheyKnowNginx();
    void bothNodesGetTheSameSecretOnce();
    void theNodesHealthIsAskedRightly();
    void nginxTakesItsConfiguration();
    void theImageHasWhatTheProgramsLoad();

private:
    QJsonObject service(const QString &name) const { return m_compose[u"services"_s][name].toObject(); }

    QJsonObject m_compose;
};

void TestCompose::initTestCase()
{
    if (run(u"python3"_s, {u"-c"_s, u"import yaml"_s}).code != 0)
        QSKIP("needs python3-yaml");
    const Said json = run(u"python3"_s, {u"-c"_s, u"import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))"_s, packaging(u"compose.yml"_s)});
    QCOMPARE(json.code, 0);
    m_compose = QJsonDocument::fromJson(json.words).object();
    QCOMPARE(m_compose[u"services"_s].toObject().keys(), (QStringList{u"nginx"_s, u"node-1"_s, u"node-2"_s, u"postgres"_s, u"redis"_s, u"secret"_s}));
}

void TestCompose::everyServiceLooksAfterItself()
{
    for (const QString &name : m_compose[u"services"_s].toObject().keys()) {
        if (name == "secret"_L1) // ends at once
            continue;
        QVERIFY2(service(name)[u"healthcheck"_s][u"test"_s].toArray().size() > 1, qPrintable(name));
        QCOMPARE(service(name)[u"restart"_s].toString(), u"unless-stopped"_s);
    }
    for (const QString &name : {u"node-1"_s, u"node-2"_s})
        QVERIFY(service(name)[u"read_only"_s].toBool() && service(name)[u"cap_drop"_s].toArray().contains(u"ALL"_s));
}

void TestCompose::whatItNamesExists()
{
    int files = 0, volumes = 0;
    const QString guide = textOf(QStringLiteral(JJAK_SOURCE_DIR "/docs/operating.md"));
    const auto isThere = [&](const QString &path) { return QFile::exists(packaging(path)) || (path.startsWith("./secrets/"_L1) && guide.contains(path.mid(2))); };
    for (const QString &name : m_compose[u"services"_s].toObject().keys()) {
        for (const QString &mounted : names(service(name)[u"volumes"_s])) {
            const QString from = mounted.section(u':', 0, 0);
            if (from.startsWith(u'.')) {
                QVERIFY2(isThere(from), qPrintable(from));
                ++files;
            } else {
                QVERIFY2(m_compose[u"volumes"_s].toObject().contains(from), qPrintable(from));
                ++volumes;
            }
        }
        for (const QString &other : names(service(name)[u"depends_on"_s]))
            QVERIFY2(!service(other).isEmpty(), qPrintable(other));
        for (const QString &network : names(service(name)[u"networks"_s]))
            QVERIFY2(m_compose[u"networks"_s].toObject().contains(network), qPrintable(network));
        for (const QString &secret : names(service(name)[u"secrets"_s]))
            QVERIFY2(isThere(m_compose[u"secrets"_s][secret][u"file"_s].toString()), qPrintable(secret));
    }
    QCOMPARE(files, 8);
    QCOMPARE(volumes, 9);
    const QJsonObject build = service(u"node-1"_s)[u"build"_s].toObject();
    QVERIFY(QFile::exists(packaging(build[u"context"_s].toString() + u'/' + build[u"dockerfile"_s].toString())));
}

void TestCompose::secretsComeFromFilesOnly()
{
    QVERIFY(!textOf(packaging(u"compose.yml"_s)).contains(QRegularExpression(u"(?i)password: |://[^/\\s]+:[^/\\s]+@"_s)));
    QVERIFY(textOf(QStringLiteral(JJAK_SOURCE_DIR "/.gitignore")).contains("packaging/secrets/\n"_L1));
    QVERIFY(textOf(QStringLiteral(JJAK_SOURCE_DIR "/.dockerignore")).contains("packaging/secrets\n"_L1));
}

void TestCompose::nodesAreConfiguredWithKeysThatExist()
{
    const QJsonObject settings = service(u"node-2"_s)[u"environment"_s].toObject();
    operate::ConfigurationSources sources;
    for (const QString &variable : settings.keys()) {
        QVERIFY2(!keyOf(variable).isEmpty(), qPrintable(variable));
        if (!variable.endsWith("_FILE"_L1))
            sources.environment.insert(variable, settings[variable].toString());
    }
    sources.environment.insert(u"JJAK_DATA_DATABASE"_s, u"postgresql://postgres/jjak"_s); // what the file says
    const auto loaded = operate::loadConfiguration(sources);
    QVERIFY2(loaded.errors.isEmpty(), qPrintable(loaded.errors.join(u'\n')));
    QCOMPARE(settings, service(u"node-1"_s)[u"environment"_s].toObject());
    QCOMPARE(settings[u"JJAK_DATA_DATABASE_FILE"_s].toString(), u"/run/secrets/database"_s);
    QVERIFY(keyOf(u"JJAK_SERVER_PORT_FILE"_s).isEmpty() && keyOf(u"JJAK_SERVER_TRUSTED_PROXY"_s).isEmpty());
}

void TestCompose::variablesThatPackagingNamesBelongToKeys()
{
    static const QRegularExpression variable(u"\\bJJAK_[A-Z_]+\\b"_s);
    QStringList files{QStringLiteral(JJAK_SOURCE_DIR "/docs/operating.md")};
    for (QDirIterator it(packaging({}), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files += it.next();
    int found = 0;
    for (const QString &file : files)
        for (auto it = variable.globalMatch(textOf(file)); it.hasNext(); ++found) {
            const QString name = it.next().captured();
            QVERIFY2(!keyOf(name).isEmpty(), qPrintable(file + u": "_s + name));
        }
    QVERIFY(found >= 8);
}

void TestCompose::redisKeepsWhatItIsGiven()
{
    const QString command = names(service(u"redis"_s)[u"command"_s]).join(u' ');
    QVERIFY(command.contains("--maxmemory-policy noeviction"_L1) && command.contains("--appendonly yes"_L1));
    QCOMPARE(service(u"redis"_s)[u"image"_s].toString(), u"redis:7"_s);
    QCOMPARE(service(u"postgres"_s)[u"image"_s].toString(), u"postgres:15"_s);
}

void TestCompose::nginxKnowsTheNodesAndTheyKnowNginx()
{
    const auto addressOf = [&](const QString &name) { return service(name)[u"networks"_s][u"inside"_s][u"ipv4_address"_s].toString(); };
    const QString nodes = textOf(packaging(u"compose/nodes.conf"_s));
    for (const QString &name : {u"node-1"_s, u"node-2"_s})
        QVERIFY(nodes.contains(u"\nserver %1:4627 "_s.arg(addressOf(name))));
    QCOMPARE(nodes.count("\nserver "_L1), 2);
    QCOMPARE(service(u"node-1"_s)[u"environment"_s][u"JJAK_SERVER_TRUSTED_PROXIES"_s].toString(), addressOf(u"nginx"_s));
}

void TestCompose::bothNodesGetTheSameSecretOnce()
{
    const QTemporaryDir folder;
    const auto fileWith = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(fileWith(u"secret_key"_s, QByteArray(32, 'a')));
    QStringList command = names(service(u"secret"_s)[u"entrypoint"_s]) + names(service(u"secret"_s)[u"command"_s]);
    command.last().replace("$$"_L1, "$"_L1).replace("/node-"_L1, folder.filePath(u"node-"_s)).replace("/run/secrets"_L1, folder.path()).remove("-o jjak "_L1); // a user of the image
    for (const QByteArray &later : {QByteArray(32, 'a'), QByteArray(32, 'b')}) {
        QVERIFY(fileWith(u"secret_key"_s, later));
        QCOMPARE(run(command.first(), command.mid(1)).code, 0);
        for (const QString &node : {u"node-1"_s, u"node-2"_s}) {
            const QFileInfo secret(folder.filePath(node + u"/secret.key"_s));
            QCOMPARE(textOf(secret.filePath()), QString(32, u'a'));
            QCOMPARE(secret.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        }
    }
}

void TestCompose::theNodesHealthIsAskedRightly()
{
    QStringList test = names(service(u"node-1"_s)[u"healthcheck"_s][u"test"_s]);
    QCOMPARE(test.takeFirst(), u"CMD"_s);
    test.last().replace("$$"_L1, "$"_L1); // compose's way to write one
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.log()));
    const auto asked = [&](quint16 port) {
        QStringList command = test;
        command.last().replace("4627"_L1, QString::number(port));
        return run(command.takeFirst(), command).code;
    };
    QCOMPARE(asked(server.port()), 0);
    server.kill();
    QVERIFY(asked(server.port()) != 0);
}

void TestCompose::nginxTakesItsConfiguration()
{
    const QString nginx = QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    QVERIFY2(!nginx.isEmpty(), "./test installs nginx");
    PrivateServer place(nginx, u"TERM"_s);
    QDir(place.folder()).mkdir(u"jjak"_s);
    int files = 0;
    for (const QString &mounted : names(service(u"nginx"_s)[u"volumes"_s])) {
        if (mounted.startsWith("./secrets"_L1))
            continue;
        QString text = textOf(packaging(mounted.section(u':', 0, 0)));
        text.replace("/tmp/"_L1, place.folder() + u'/').replace("/etc/jjak/"_L1, place.folder() + u'/');
        text.replace(QRegularExpression(u"(?m)^listen (\\d+)"_s), u"listen unix:%1/port\\1"_s.arg(place.folder())); // those ports belong to root
        text.remove(QRegularExpression(u"(?m)^(user|worker_rlimit_nofile) .*$"_s)); // only root may
        QFile file(place.folder() + QString(mounted.section(u':', 1, 1)).remove("/etc/nginx"_L1));
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0, qPrintable(file.fileName()));
        ++files;
    }
    QCOMPARE(files, 6);
    try {
        place.run(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s,
                                 u"-keyout"_s, u"privkey.pem"_s, u"-out"_s, u"fullchain.pem"_s});
        place.run(nginx, {u"-t"_s, u"-p"_s, place.folder(), u"-c"_s, place.folder() + u"/nginx.conf"_s});
    } catch (const std::exception &problem) {
        QFAIL(problem.what());
    }
}

void TestCompose::theImageHasWhatTheProgramsLoad()
{
    if (QStandardPaths::findExecutable(u"dpkg-query"_s).isEmpty() || QStandardPaths::findExecutable(u"apt-cache"_s).isEmpty())
        QSKIP("needs a Debian");
    const QString recipe = textOf(packaging(u"Containerfile"_s)).section(u"\nFROM debian:12-slim\n"_s, 1);
    const QString installed = recipe.section("--no-install-recommends \\\n"_L1, 1).section(" && "_L1, 0, 0);
    const QStringList asked = QString(installed).remove(u'\\').split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    QVERIFY(asked.size() > 5);
    const QStringList plainly{u"--no-recommends"_s, u"--no-suggests"_s, u"--no-conflicts"_s, u"--no-breaks"_s, u"--no-replaces"_s, u"--no-enhances"_s};
    const Said closure = run(u"apt-cache"_s, QStringList{u"depends"_s, u"--recurse"_s} + plainly + asked);
    const QByteArrayList lines = closure.words.split('\n');
    const QSet<QByteArray> there(lines.begin(), lines.end()); // packages stand at the beginning of their lines, what they need is indented
    for (const QString &package : asked)
        QVERIFY2(there.contains(package.toLatin1()), qPrintable(package));
    const QSet<QString> libraries = loadedBy({u"jjakd"_s, u"jjakctl"_s, u"jjak-image"_s});
    QVERIFY(libraries.size() > 40);
    QStringList paths;
    for (const QString &path : libraries)
        paths += {path, QFileInfo(path).canonicalFilePath()}; // a package knows it by one of them
    QHash<QString, QByteArray> owners;
    for (const QByteArray &line : run(u"dpkg-query"_s, QStringList(u"-S"_s) + paths).words.split('\n')) // "libpq5:amd64: /usr/lib/…"
        owners.insert(QString::fromUtf8(line.mid(line.lastIndexOf(' ') + 1)), line.left(line.indexOf(':')));
    for (const QString &path : libraries) {
        const QByteArray owner = owners.value(path, owners.value(QFileInfo(path).canonicalFilePath()));
        QVERIFY2(there.contains(owner), qPrintable(path + u" of "_s + QString::fromUtf8(owner)));
    }
}

} // namespace jjak::test

QTEST_GUILESS_MAIN(jjak::test::TestCompose)
#include "tst_compose.moc"
