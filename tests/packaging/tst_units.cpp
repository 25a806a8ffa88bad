// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/e2e/asker.h"
#include "tests/packaging/confinement.h"

using namespace Qt::StringLiterals;

namespace jjak::test {

namespace {

//! What a program says before it ends well; what went wrong otherwise.
QByteArray said(const QString &program, const QStringList &arguments, int *code = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
    if (code)
        *code = ended ? process.exitCode() : -1;
    return ended ? process.readAll() : process.errorString().toUtf8();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A server under what its unit forbids.
class ConfinedServer {
public:
    explicit ConfinedServer(const QByteArray &unit) : m_confinement(unit) { m_confinement.confine(m_process); }
    ~ConfinedServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 start()
    {
        const QString portFile = m_folder.filePath(u"port"_s);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(JJAK_BIN_DIR "/jjakd"), {u"--data"_s, m_folder.filePath(u"data"_s), u"--port"_s, u"0"_s, u"--port-file"_s, portFile});
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 20'000 && m_process.state() != QProcess::NotRunning && !QFile::exists(portFile);)
            m_process.waitForFinished(5);
        return contentOf(portFile).trimmed().toUShort();
    }
    bool terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(10'000) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    QByteArray log() { return m_log += m_process.readAll(); }

private:
    QTemporaryDir m_folder;
    Confinement m_confinement;
    QProcess m_process;
    QByteArray m_log;
};

//! Signs up and sends a picture, which another program has to make safe; what the end of that was answered.
QString pictureIsTaken(quint16 port)
{
    const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    SystemRng rng;
    const QString cid = QString::fromLatin1(ClientId::random(rng).toText());
    e2e::Asker asker(port);
    if (!asker.greet())
        return u"no greeting"_s;
    const auto signedUp = asker.ask(u"account.sign_up"_s, {{u"attempt"_s, cid}, {u"name"_s, u"minsu"_s}, {u"password"_s, u"correct horse battery"_s}, {u"birth"_s, u"1990-02-28"_s},
                                                           {u"device"_s, u"test"_s}});
    if (signedUp.code != "ok"_L1)
        return signedUp.text();
    const QJsonObject profile{{u"name"_s, u"writer"_s}, {u"line"_s, u""_s}, {u"languages"_s, QJsonArray()}, {u"interests"_s, QJsonArray()}, {u"ranked"_s, false}};
    (void)asker.ask(u"lounge.introduce"_s, {{u"profile"_s, profile}});
    const QString upload = asker.ask(u"picture.offer"_s, {{u"cid"_s, cid}, {u"name"_s, u"a.png"_s}, {u"bytes"_s, png.size()}}).ok.value(u"upload"_s).toString();
    (void)asker.sendChunk(QByteArray::fromBase64(upload.toLatin1(), QByteArray::Base64UrlEncoding) + QByteArray(8, '\0') + png);
    return asker.ask(u"picture.finish"_s, {{u"upload"_s, upload}}).code;
}

} // namespace

//! What `cmake --install` puts where, and the units: that systemd takes them and that a server can work under them.
class TestUnits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void programsUnitsAndWhatElseIsNeededAreInPlace();
    void unitsNameWhatIsInstalled();
    void aConfigurationThatIsThereStays();
    void systemdTakesTheUnits_data();
    void systemdTakesTheUnits();
    void theServerWorksUnderWhatTheUnitForbids();
    void withoutTheCallThatShutsPicturesInNoneWouldBeTaken();

private:
    QString at(const QString &path) const { return m_prefix.filePath(path); }
    QByteArray install(const QString &prefix) { return said(u"cmake"_s, {u"--install"_s, QStringLiteral(JJAK_BIN_DIR "/.."), u"--prefix"_s, prefix}, &m_code); }

    QTemporaryDir m_prefix;
    int m_code = -1;
};

void TestUnits::initTestCase()
{
    const QByteArray words = install(m_prefix.path());
    QVERIFY2(m_code == 0, words.constData());
}

void TestUnits::programsUnitsAndWhatElseIsNeededAreInPlace()
{
    for (const char *program : {"jjakd", "jjakctl", "jjak-image", "jjak", "jjak-term"})
        QVERIFY2(QFileInfo(at(u"bin/"_s + QLatin1String(program))).isExecutable(), program);
    for (const char *file : {"lib/systemd/system/jjakd.service", "lib/systemd/system/jjakd@.service", "etc/jjak/jjakd.toml", "share/jjak/nginx/jjak.conf",
                             "share/jjak/nginx/jjak/nodes.conf", "share/jjak/grafana/jjak.json", "share/jjak/operating.md"})
        QVERIFY2(QFileInfo(at(QLatin1String(file))).size() > 0, file);
    QVERIFY(said(at(u"bin/jjakd"_s), {u"--version"_s}).startsWith("jjakd "));
}

void TestUnits::unitsNameWhatIsInstalled()
{
    for (const QString &name : {u"jjakd.service"_s, u"jjakd@.service"_s}) {
        const QByteArray unit = contentOf(at(u"lib/systemd/system/"_s + name));
        const QByteArray prefix = m_prefix.path().toUtf8();
        QVERIFY2(unit.contains("\nExecStart=" + prefix + "/bin/jjakd --config " + prefix + "/etc/jjak/jjakd.toml --data %S/jjak"), unit.constData());
        QVERIFY(unit.contains("\nDocumentation=file:" + prefix + "/share/jjak/operating.md\n"));
        QVERIFY(unit.contains("\nDynamicUser=yes\n") && !unit.contains("CONFINEMENT"));
    }
    (void)said(at(u"bin/jjakd"_s), {u"--config"_s, at(u"etc/jjak/jjakd.toml"_s), u"--check-config"_s}, &m_code);
    QCOMPARE(m_code, 0);
    QTemporaryDir stage; // what packages are made from
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESTDIR"_s, stage.path());
    process.setProcessEnvironment(environment);
    process.start(u"cmake"_s, {u"--install"_s, QStringLiteral(JJAK_BIN_DIR "/.."), u"--prefix"_s, u"/usr"_s});
    QVERIFY(process.waitForFinished(120'000) && process.exitCode() == 0);
    QVERIFY(contentOf(stage.filePath(u"usr/lib/systemd/system/jjakd.service"_s)).contains("\nExecStart=/usr/bin/jjakd --config /etc/jjak/jjakd.toml --data %S/jjak\n"));
    QVERIFY(QFile::exists(stage.filePath(u"etc/jjak/jjakd.toml"_s)));
}

void TestUnits::aConfigurationThatIsThereStays()
{
    QFile file(at(u"etc/jjak/jjakd.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[server]\nport = 4700\n") > 0);
    file.close();
    const QByteArray words = install(m_prefix.path());
    QVERIFY2(m_code == 0, words.constData());
    QCOMPARE(contentOf(file.fileName()), QByteArray("[server]\nport = 4700\n"));
}

void TestUnits::systemdTakesTheUnits_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("one") << u"jjakd.service"_s;
    QTest::newRow("several") << u"jjakd@.service"_s;
}

void TestUnits::systemdTakesTheUnits()
{
    QFETCH(QString, unit);
    if (QStandardPaths::findExecutable(u"systemd-analyze"_s).isEmpty())
        QSKIP("needs systemd-analyze");
    const QString path = at(u"lib/systemd/system/"_s + unit);
    const QByteArray verified = said(u"systemd-analyze"_s, {u"verify"_s, u"--man=no"_s, path}, &m_code);
    QVERIFY2(m_code == 0 && !verified.contains(m_prefix.path().toUtf8()), verified.constData()); // a complaint names the file
    const QByteArray judged = said(u"systemd-analyze"_s, {u"security"_s, u"--offline=yes"_s, u"--threshold=20"_s, u"--no-pager"_s, path}, &m_code);
    QVERIFY2(m_code == 0, judged.right(3000).constData()); // "2.0 of 10"; a service that says nothing about itself has 9.6
}

void TestUnits::theServerWorksUnderWhatTheUnitForbids()
{
    if (QStandardPaths::findExecutable(u"systemd-analyze"_s).isEmpty())
        QSKIP("needs systemd-analyze");
    ConfinedServer server(contentOf(at(u"lib/systemd/system/jjakd.service"_s)));
    const quint16 port = server.start();
    QVERIFY2(port > 0, server.log().constData());
    QCOMPARE(pictureIsTaken(port), u"ok"_s);
    QVERIFY2(server.terminate() && !server.log().contains("warning"), server.log().constData());
}

void TestUnits::withoutTheCallThatShutsPicturesInNoneWouldBeTaken()
{
    if (QStandardPaths::findExecutable(u"systemd-analyze"_s).isEmpty())
        QSKIP("needs systemd-analyze");
    QByteArray unit = contentOf(at(u"lib/systemd/system/jjakd.service"_s));
    unit.replace("@system-service seccomp", "@system-service");
    ConfinedServer server(unit);
    const quint16 port = server.start();
    QVERIFY2(port > 0, server.log().constData());
    QCOMPARE(pictureIsTaken(port), u"unavailable"_s);
}

} // namespace jjak::test

QTEST_GUILESS_MAIN(jjak::test::TestUnits)
#include "tst_units.moc"
