// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "catalogue.h"
#include "source.h"

using namespace jjak::style;
using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(JJAK_SOURCE_DIR);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString catalogueFile(const QString &language)
{
    return root + u"/translations/jjak_%1.ts"_s.arg(language);
}

QStringList keysOf(const QByteArray &xml)
{
    QStringList keys;
    for (const Sentence &s : readCatalogue(xml))
        keys.append(s.key());
    keys.sort();
    return keys;
}

//! Of the Qt that this test is built with; else what is in the PATH.
QString lupdate()
{
    const QString own = QStandardPaths::findExecutable(u"lupdate"_s, {QLibraryInfo::path(QLibraryInfo::BinariesPath), QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath)});
    return own.isEmpty() ? QStandardPaths::findExecutable(u"lupdate"_s) : own;
}

QByteArray planted(const char *source, const char *translation)
{
    return QByteArray("<TS><context><name>c</name><message><source>") + source + "</source>" + translation + "</message></context></TS>";
}

} // namespace

//! Every sentence of the clients is there in Korean, and in English in both numbers.
class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySentenceIsTranslated_data() { languages(); }
    void everySentenceIsTranslated()
    {
        QFETCH(QString, language);
        QFETCH(int, forms);
        const auto catalogue = readCatalogue(contentOf(catalogueFile(language)));
        QVERIFY(!catalogue.isEmpty());
        const QStringList unfinished = unfinishedIn(catalogue, forms);
        QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(u'\n')));
    }
    void placeholdersKeysAndCommandsAreKept_data() { languages(); }
    void placeholdersKeysAndCommandsAreKept()
    {
        QFETCH(QString, language);
        const QStringList found = differencesIn(readCatalogue(contentOf(catalogueFile(language))));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
    void catalogueHasTheSentencesOfTheSources_data() { languages(); }
    void catalogueHasTheSentencesOfTheSources()
    {
        QFETCH(QString, language);
        QVERIFY2(!lupdate().isEmpty(), "lupdate of Qt is not installed");
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"jjak_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(catalogueFile(language), copy));
        QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, root, root + u"/client"_s, u"-ts"_s, copy};
        if (language == "en"_L1)
            arguments.prepend(u"-pluralonly"_s);
        QProcess process;
        process.start(lupdate(), arguments);
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());

        const QStringList written = keysOf(contentOf(catalogueFile(language))), needed = keysOf(contentOf(copy));
        QStringList found;
        for (const QString &key : needed)
            if (!written.contains(key))
                found.append(u"missing: "_s + key);
        for (const QString &key : written)
            if (!needed.contains(key))
                found.append(u"not used any more: "_s + key);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n') + u"\nThe target update_translations brings the catalogues up to date."_s));
    }
    //! lupdate reads literals: a sentence that reaches translate() in a variable is in no catalogue.
    void noSentenceHidesFromTheCatalogue()
    {
        static const QRegularExpression hidden(u"QCoreApplication::translate\\(\\s*\"\"\\s*,\\s*[A-Za-z_]|\\btr\\(\\s*[A-Za-z_]"_s);
        QStringList found;
        int calls = 0;
        for (const SourceFile &file : readTree(root)) {
            if (!file.isCode() || !file.isIn("client"_L1))
                continue;
            if (file.text.contains(u"QT_TRANSLATE_NOOP("_s)) // a table of words: it brings its literals to lupdate itself
                continue;
            for (const Statement &s : statementsOf(file.text)) {
                calls += int(s.code.count("tr(\"\""_L1));
                if (hidden.match(s.code).hasMatch())
                    found.append(finding(file, s.line, s.code.simplified()));
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        QVERIFY(calls > 100);
    }
    void findsWhatWasPlanted_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<int>("unfinished");
        QTest::addColumn<int>("different");
        const auto row = [](const char *name, const char *source, const char *translation, int unfinished, int different) { QTest::newRow(name) << planted(source, translation) << unfinished << different; };
        row("good", "%1 of %2, &amp;All", "<translation>%2 · %1 전부(&amp;A)</translation>", 0, 0);
        row("unfinished", "Yes", "<translation type=\"unfinished\">예</translation>", 1, 0);
        row("empty", "Yes", "<translation></translation>", 1, 0);
        row("placeholder", "%1 left", "<translation>%2 남음</translation>", 0, 1);
        row("placeholder doubled", "%1 left", "<translation>%1 %1</translation>", 0, 1);
        row("mnemonic", "&amp;Block", "<translation>차단</translation>", 0, 1);
        row("command", "Try /match now", "<translation>/mach</translation>", 0, 1);
        row("command with a particle", "Try /match now", "<translation>/match로 해 봐요</translation>", 0, 0);
        row("key", "Ctrl+K finds", "<translation>Ctrl+ㅏ</translation>", 0, 1);
        row("tab", "F1\thelp", "<translation>F1 도움말</translation>", 0, 1);
    }
    void findsWhatWasPlanted()
    {
        QFETCH(QByteArray, xml);
        const auto catalogue = readCatalogue(xml);
        QCOMPARE(catalogue.size(), 1);
        QTEST(int(unfinishedIn(catalogue, 1).size()), "unfinished");
        QTEST(int(differencesIn(catalogue).size()), "different");
    }
    void numberFormsAreCounted()
    {
        const QByteArray xml = "<TS><context><name>c</name><message numerus=\"yes\"><source>%n new</source>"
                               "<translation><numerusform>%n new</numerusform></translation></message></context></TS>";
        QVERIFY(unfinishedIn(readCatalogue(xml), 1).isEmpty());
        QCOMPARE(unfinishedIn(readCatalogue(xml), 2), QStringList(u"c: %n new [%n]"_s));
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("forms");
        QTest::newRow("ko") << u"ko"_s << 1;
        QTest::newRow("en") << u"en"_s << 2;
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
