// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "server/operate/configuration_file.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::operate;

namespace {

QString lineFor(const Key &key, const QString &value)
{
    return u"[%1]\n%2 = %3\n"_s.arg(key.section(), key.name(), value);
}

LoadedConfiguration loaded(const QString &toml)
{
    LoadedConfiguration out;
    readToml(toml.toUtf8(), u"jjakd.toml"_s, out);
    return out;
}

LoadedConfiguration loadedFrom(const QList<std::pair<QString, QString>> &variables)
{
    ConfigurationSources sources;
    for (const auto &[name, value] : variables)
        sources.environment.insert(name, value);
    return loadConfiguration(sources);
}

const Key &keyOf(const QString &path)
{
    const auto &keys = configurationKeys();
    return *std::find_if(keys.begin(), keys.end(), [&](const Key &key) { return key.path == path; });
}

//! A value for every kind of key that is allowed and differs from the default, as it is written in TOML.
QString another(const Key &key)
{
    const QString now = key.written(Configuration());
    if (const auto *text = std::get_if<TextKey>(&key.kind)) {
        if (text->form == TextForm::Choice)
            return u'"' + (now == u'"' + text->choices.constFirst() + u'"' ? text->choices.constLast() : text->choices.constFirst()) + u'"';
        if (text->form == TextForm::Redis)
            return u"\"redis://cache.example:6379/1\""_s;
        if (text->form == TextForm::Database)
            return u"\"postgresql://jjak@db.example/jjak\""_s;
        return text->form == TextForm::OptionalAddress ? u"\"::1\""_s : u"\"/a \u00e9\""_s.remove(text->form == TextForm::UrlPath ? u" \u00e9"_s : QString());
    }
    if (const auto *number = std::get_if<NumberKey>(&key.kind))
        return QString::number(QString::number(number->least) == now ? number->most : number->least);
    if (const auto *factor = std::get_if<FactorKey>(&key.kind))
        return QString::number(factor->least);
    if (const auto *time = std::get_if<TimeKey>(&key.kind))
        return u'"' + toText(time->least) + u'"';
    if (std::holds_alternative<NetworksKey>(key.kind))
        return u"[\"127.0.0.1\", \"10.0.0.0/8\", \"fd00::/8\"]"_s;
    return u"[\"https://a.example\", \"http://b.example:8080\"]"_s;
}

//! Values of the right type just outside of what is allowed.
QStringList outside(const Key &key)
{
    if (const auto *number = std::get_if<NumberKey>(&key.kind))
        return {QString::number(qint64(number->least) - 1), QString::number(qint64(number->most) + 1), u"9223372036854775807"_s, u"-9223372036854775808"_s};
    if (const auto *factor = std::get_if<FactorKey>(&key.kind))
        return {QString::number(factor->least * 0.99), QString::number(factor->most * 1.01), u"nan"_s, u"inf"_s, u"-1"_s};
    if (const auto *time = std::get_if<TimeKey>(&key.kind))
        return {u'"' + toText(time->least - 1ms) + u'"', u'"' + toText(time->most + 1ms) + u'"', u"\"-5s\""_s, u"\"\""_s, u"\"5\""_s, u"\"5 s\""_s, u"\"99999999999999999999s\""_s, u"\"5w\""_s};
    if (std::holds_alternative<OriginsKey>(key.kind))
        return {u"[\"example.org\"]"_s, u"[\"https://example.org/\"]"_s, u"[\"https://example.org/x\"]"_s, u"[\"*\"]"_s, u"[\"ftp://example.org\"]"_s, u"[\"https://me@example.org\"]"_s, u"[\"\"]"_s};
    if (std::holds_alternative<NetworksKey>(key.kind))
        return {u"[\"\"]"_s, u"[\"proxy.example\"]"_s, u"[\"127.0.0.1:80\"]"_s, u"[\"10.0.0.0/33\"]"_s, u"[\"10.0.0.1/8\"]"_s, u"[\"0.0.0.0/0\"]"_s, u"[\"127.0.0.1\", \"unix:\"]"_s};
    switch (std::get<TextKey>(key.kind).form) {
    case TextForm::Redis:
        return {u"\"localhost:6379\""_s, u"\"unix:relative\""_s, u"\" \""_s};
    case TextForm::Database:
        return {u"\"mysql://somewhere\""_s, u"\"jjak.sqlite\""_s, u"\" \""_s};
    case TextForm::OptionalAddress:
        return {u"\"localhost\""_s, u"\"127.0.0.1:80\""_s, u"\"256.1.1.1\""_s, u"\" \""_s};
    case TextForm::UrlPath:
        return {u"\"\""_s, u"\"ws\""_s, u"\"/a b\""_s, u"\"/health\""_s, u"\"/ready\""_s, u"\"/a?b\""_s, u"\"/\\n\""_s};
    case TextForm::Choice:
        return {u"\"\""_s, u"\"nonsense\""_s};
    default:
        return {u"\"a\\u0000b\""_s};
    }
}

//! Values that cannot be right for the key whatever they hold.
QStringList wrongTypes(const Key &key)
{
    QStringList out{u"true"_s, u"1979-05-27"_s, u"[1, 2]"_s, u"{ a = 1 }"_s};
    out += std::holds_alternative<TextKey>(key.kind) || std::holds_alternative<TimeKey>(key.kind) ? u"5"_s : u"\"x\""_s;
    if (std::holds_alternative<NumberKey>(key.kind))
        out += u"1.5"_s;
    return out;
}

} // namespace

//! The table of keys, and everything that is made from it.
class TestConfiguration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyHasAPlaceASentenceAndAGoodDefault()
    {
        QSet<QString> paths, closed;
        QString section;
        for (const Key &key : configurationKeys()) {
            QVERIFY2(!paths.contains(key.path), qPrintable(key.path));
            paths.insert(key.path);
            QCOMPARE(key.path.count(u'.'), 1);
            QVERIFY2(key.doc.endsWith(u'.') && key.doc.size() > 10, qPrintable(key.path));
            if (key.section() != section) {
                QVERIFY2(!closed.contains(key.section()), qPrintable(key.path)); // a section stands in one piece
                closed.insert(section);
                section = key.section();
            }
            const auto again = loaded(lineFor(key, key.written(Configuration())));
            QVERIFY2(again.errors.isEmpty(), qPrintable(again.errors.join(u'\n')));
        }
    }

    void everyKeyTakesAGoodValueAndNothingElseChanges()
    {
        for (const Key &key : configurationKeys()) {
            const QString value = another(key);
            const auto got = loaded(lineFor(key, value));
            QVERIFY2(got.errors.isEmpty(), qPrintable(got.errors.join(u'\n')));
            for (const Key &other : configurationKeys())
                QCOMPARE(other.written(got.configuration), other.path == key.path ? value : other.written(Configuration()));
        }
    }

    void everyKeyRefusesValuesOutsideItsBounds()
    {
        for (const Key &key : configurationKeys()) {
            for (const QString &value : outside(key)) {
                const auto got = loaded(lineFor(key, value));
                QVERIFY2(got.errors.size() == 1, qPrintable(key.path + u" = "_s + value));
                QVERIFY2(got.errors[0].startsWith(u"jjakd.toml:2:1: %1 must be %2"_s.arg(key.path, key.allowed())), qPrintable(got.errors[0]));
                QCOMPARE(key.written(got.configuration), key.written(Configuration()));
            }
        }
    }

    void everyKeyRefusesOtherTypes()
    {
        for (const Key &key : configurationKeys()) {
            for (const QString &value : wrongTypes(key)) {
                const auto got = loaded(lineFor(key, value));
                QVERIFY2(got.errors.size() == 1, qPrintable(key.path + u" = "_s + value));
                QVERIFY2(got.errors[0].startsWith(u"jjakd.toml:2:1: %1 must be %2"_s.arg(key.path, key.allowed())), qPrintable(got.errors[0]));
            }
        }
    }

    void everyKeyCanComeFromTheEnvironment()
    {
        for (const Key &key : configurationKeys()) {
            QString value = another(key);
            if (std::holds_alternative<OriginsKey>(key.kind) || std::holds_alternative<NetworksKey>(key.kind))
                value.remove(u'[').remove(u']').remove(u' ');
            const auto got = loadedFrom({{key.variable(), value.remove(u'"')}});
            if (key.section() != "tls"_L1 && key.path != "cluster.redis"_L1) // which need others
                QVERIFY2(got.errors.isEmpty(), qPrintable(got.errors.join(u'\n')));
            QCOMPARE(key.written(got.configuration), another(key));
        }
    }

    void theEnvironmentNamesItsMistakes()
    {
        QCOMPARE(loadedFrom({{u"JJAK_SERVER_PORT"_s, u"70000"_s}}).errors, QStringList(u"JJAK_SERVER_PORT: server.port must be a whole number from 0 to 65535, not 70000"_s));
        QCOMPARE(loadedFrom({{u"JJAK_SERVER_PORT"_s, u"x"_s}}).errors, QStringList(u"JJAK_SERVER_PORT: server.port must be a whole number from 0 to 65535, not \"x\""_s));
        QCOMPARE(loadedFrom({{u"JJAK_SERVER_PROT"_s, u"1"_s}}).errors, QStringList(u"the environment variable JJAK_SERVER_PROT belongs to no key"_s));
        QVERIFY(loadedFrom({{u"JJAK_SOMETHING"_s, u"of another program"_s}, {u"PATH"_s, u"/bin"_s}}).errors.isEmpty());
        QCOMPARE(loadedFrom({{u"JJAK_SERVER_PORT_FILE"_s, u"/etc/passwd"_s}}).errors.size(), 1); // only secrets come from files
    }

    void unknownKeysAreErrorsWithASuggestion()
    {
        QCOMPARE(loaded(u"[server]\nport = 1\nprot = 2\n"_s).errors, QStringList(u"jjakd.toml:3:1: there is no key server.prot; did you mean server.port?"_s));
        QCOMPARE(loaded(u"[nearby]\nminimum_age = 20\n"_s).errors, QStringList(u"jjakd.toml:2:1: there is no key nearby.minimum_age; did you mean accounts.minimum_age?"_s));
        QCOMPARE(loaded(u"[server]\n  quite_another_thing = 2\n"_s).errors, QStringList(u"jjakd.toml:2:3: there is no key server.quite_another_thing"_s));
        QCOMPARE(loaded(u"[wonderland]\nx = 1\n"_s).errors.size(), 1);
        QCOMPARE(loaded(u"port = 1\n"_s).errors.size(), 1);
        QCOMPARE(loaded(u"server = 1\n"_s).errors.size(), 1);
        QVERIFY(loaded(u"server.port = 1\n"_s).errors.isEmpty());
    }

    void allMistakesAreToldAtOnce()
    {
        QCOMPARE(loaded(u"[server]\nport = -1\n[log]\nlevel = \"loud\"\nlvel = 1\n"_s).errors.size(), 3);
    }

    void brokenFilesAreToldWithLineAndColumn()
    {
        const auto broken = loaded(u"[server]\nport = \n"_s);
        QCOMPARE(broken.errors.size(), 1);
        QVERIFY2(broken.errors[0].startsWith(u"jjakd.toml:2:"_s), qPrintable(broken.errors[0]));
        QCOMPARE(loaded(u"[server]\nport = 1\nport = 2\n"_s).errors.size(), 1);
        LoadedConfiguration noText;
        readToml(QByteArray("\xff\xfe[server]"), u"jjakd.toml"_s, noText);
        QCOMPARE(noText.errors.size(), 1);
        const auto missing = loadConfiguration({u"/nowhere/jjakd.toml"_s, {}, {}});
        QCOMPARE(missing.errors.size(), 1);
        QVERIFY(missing.errors[0].startsWith(u"/nowhere/jjakd.toml cannot be read"_s));
    }

    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"jjakd.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[server]\nport = 1\nreaders = 1\nio_threads = 1\n");
        file.close();
        ConfigurationSources sources{file.fileName(), {}, {{u"server.port"_s, u"3"_s}}};
        sources.environment.insert(u"JJAK_SERVER_PORT"_s, u"2"_s);
        sources.environment.insert(u"JJAK_SERVER_READERS"_s, u"2"_s);
        const auto got = loadConfiguration(sources);
        QCOMPARE(got.errors, QStringList());
        QCOMPARE(got.configuration.port, 3);
        QCOMPARE(got.configuration.readers, 2);
        QCOMPARE(got.configuration.ioThreads, 1);
        sources.commandLine = {{u"server.port"_s, u"many"_s}};
        QCOMPARE(loadConfiguration(sources).errors, QStringList(u"command line: server.port must be a whole number from 0 to 65535, not \"many\""_s));
    }

    void secretsComeFromFilesAndAreNeverShown()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"secret"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("correct horse\n");
        file.close();
        const auto got = loadedFrom({{u"JJAK_ACCOUNTS_DEMO_KEY_FILE"_s, file.fileName()}});
        QCOMPARE(got.errors, QStringList());
        QCOMPARE(got.configuration.policy.demoKey, u"correct horse"_s);
        QVERIFY(!effectiveFile(got.configuration).contains(u"horse"_s));
        QVERIFY(effectiveFile(got.configuration).contains(u"demo_key is set"_s));
        QVERIFY(effectiveFile(Configuration()).contains(u"demo_key is not set"_s));
        QCOMPARE(loadedFrom({{u"JJAK_ACCOUNTS_DEMO_KEY_FILE"_s, u"/nowhere"_s}}).errors.size(), 1);
        const auto wrong = loaded(u"[accounts]\ndemo_key = 20061225\n"_s);
        QCOMPARE(wrong.errors.size(), 1);
        QVERIFY(!wrong.errors[0].contains(u"20061225"_s));
        for (const Key &key : configurationKeys())
            QCOMPARE(key.secret, key.path == "accounts.demo_key"_L1 || key.path.startsWith("data.database"_L1) || key.path == "cluster.redis"_L1); // an address may have a password in it
    }

    void listenersHaveToMakeSense()
    {
        QCOMPARE(loadedFrom({{u"JJAK_SERVER_LISTEN"_s, {}}}).errors.size(), 1);
        QCOMPARE(loadedFrom({{u"JJAK_CLUSTER_REDIS"_s, u"redis://cache"_s}}).errors, QStringList(u"cluster.redis needs data.database: servers share a PostgreSQL, not a file"_s));
        QCOMPARE(loadedFrom({{u"JJAK_TLS_LISTEN"_s, u"127.0.0.1"_s}}).errors, QStringList(u"tls.listen needs tls.certificate and tls.key"_s));
        QVERIFY(loadedFrom({{u"JJAK_SERVER_LISTEN"_s, {}}, {u"JJAK_TLS_LISTEN"_s, u"::"_s}, {u"JJAK_TLS_CERTIFICATE"_s, u"c"_s}, {u"JJAK_TLS_KEY"_s, u"k"_s}}).errors.isEmpty());
    }

    void whatIsPrintedLoadsAgain()
    {
        LoadedConfiguration all;
        for (const Key &key : configurationKeys())
            readToml(lineFor(key, another(key)).toUtf8(), u"x"_s, all);
        const auto again = loaded(effectiveFile(all.configuration));
        QCOMPARE(again.errors, QStringList());
        for (const Key &key : configurationKeys()) {
            if (!key.secret)
                QCOMPARE(key.written(again.configuration), another(key));
        }
    }

    void theDefaultFileIsInStepAndChangesNothing()
    {
        const QString path = QStringLiteral(JJAK_SOURCE_DIR "/resources/configuration/jjakd.toml");
        QFile file(path);
        if (qEnvironmentVariableIntValue("JJAK_UPDATE_DOCS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(defaultFile().toUtf8());
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString stored = QString::fromUtf8(file.readAll());
        QVERIFY2(stored == defaultFile(), "run this test once with JJAK_UPDATE_DOCS=1");
        QVERIFY(loaded(stored).errors.isEmpty());
        QString opened;
        for (const QString &line : stored.split(u'\n'))
            opened += (line.startsWith(u'#') && !line.startsWith(u"# "_s) ? line.sliced(1) : line) + u'\n';
        const auto all = loaded(opened);
        QCOMPARE(all.errors, QStringList());
        for (const Key &key : configurationKeys()) {
            QVERIFY2(opened.contains(u'\n' + key.name() + u" = "_s), qPrintable(key.path));
            QCOMPARE(key.written(all.configuration), key.written(Configuration()));
        }
    }

    void durationsAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("ms") << u"1500ms"_s << qint64(1500);
        QTest::newRow("s") << u"30s"_s << qint64(30'000);
        QTest::newRow("m") << u"20m"_s << qint64(1'200'000);
        QTest::newRow("h") << u"5h"_s << qint64(18'000'000);
        QTest::newRow("d") << u"30d"_s << qint64(2'592'000'000);
        QTest::newRow("zero") << u"0ms"_s << qint64(0);
    }
    void durationsAreReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        QCOMPARE(durationFrom(text).value().count(), milliseconds);
        QCOMPARE(toText(Duration(milliseconds)), text);
    }

    void quotesAndBackslashesSurvive()
    {
        Configuration c;
        c.dataFolder = u"C:\\a \"b\"\tc\u007f"_s;
        QCOMPARE(loaded(lineFor(keyOf(u"data.folder"_s), keyOf(u"data.folder"_s).written(c))).configuration.dataFolder, c.dataFolder);
    }
};

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
