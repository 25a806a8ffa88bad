// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "source.h"

using namespace jjak::style;
using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(JJAK_SOURCE_DIR);

QString textOf(const QString &path)
{
    QFile file(root + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

//! Text without ``` blocks, in which nothing is a link or a heading.
QString withoutBlocks(QString text)
{
    static const QRegularExpression block(u"^```.*?^```"_s, QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    return text.remove(block);
}

QStringList anchorsOf(const QString &text)
{
    static const QRegularExpression heading(u"^#+ (.*)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression dropped(u"[^\\w\\- ]"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList out;
    for (auto it = heading.globalMatch(withoutBlocks(text)); it.hasNext();)
        out.append(it.next().captured(1).toLower().remove(dropped).replace(u' ', u'-'));
    return out;
}

} // namespace

//! The documents hold together: what they point to exists.
class TestDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDocumentIsThere()
    {
        for (const QString &name : {u"README.md"_s, u"PROTOCOL.md"_s, u"CONTRIBUTING.md"_s, u"CHANGELOG.md"_s, u"SECURITY.md"_s, u"ARCHITECTURE.md"_s, u"LICENSE"_s})
            QVERIFY2(textOf(name).size() > 500, qPrintable(name));
        QVERIFY(textOf(u"LICENSE"_s).contains("GNU GENERAL PUBLIC LICENSE"_L1) && textOf(u"LICENSE"_s).contains("Version 3, 29 June 2007"_L1));
    }
    void linksLeadSomewhere()
    {
        static const QRegularExpression link(u"\\]\\(([^)\\s]+)\\)|<img[^>]*src=\"([^\"]+)\""_s);
        int links = 0;
        for (const SourceFile &file : readTree(root)) {
            if (!file.path.endsWith(".md"_L1))
                continue;
            const QString text = withoutBlocks(file.text);
            for (auto it = link.globalMatch(text); it.hasNext();) {
                const auto match = it.next();
                const QString target = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
                if (target.startsWith("https://"_L1))
                    continue;
                ++links;
                const QString path = target.section(u'#', 0, 0), anchor = target.section(u'#', 1);
                const QString full = path.isEmpty() ? file.path : QDir::cleanPath(file.path.contains(u'/') ? file.path.section(u'/', 0, -2) + u'/' + path : path);
                QVERIFY2(QFile::exists(root + u'/' + full), qPrintable(file.path + u" -> "_s + target));
                QVERIFY2(anchor.isEmpty() || anchorsOf(textOf(full)).contains(anchor), qPrintable(file.path + u" -> "_s + target));
            }
        }
        QVERIFY(links > 80);
    }
    //! Paths in backquotes that look like ours exist, so that renamed files do not leave stale directions.
    void namedFilesExist()
    {
        static const QRegularExpression path(u"`((?:client|cmake|common|docs|packaging|resources|server|tests|translations)/[A-Za-z0-9_./-]+)`"_s);
        int paths = 0;
        for (const QString &document : {u"README.md"_s, u"CONTRIBUTING.md"_s, u"ARCHITECTURE.md"_s, u"SECURITY.md"_s, u"PROTOCOL.md"_s}) {
            for (auto it = path.globalMatch(textOf(document)); it.hasNext(); ++paths) {
                const QString name = it.next().captured(1);
                QVERIFY2(QFile::exists(root + u'/' + name), qPrintable(document + u" names "_s + name));
            }
        }
        QVERIFY(paths > 30);
    }
    void decisionsAreNumberedAndComplete()
    {
        static const QRegularExpression heading(u"^### (\\d+)\\. .*$"_s, QRegularExpression::MultilineOption);
        const QString text = textOf(u"ARCHITECTURE.md"_s);
        int expected = 0;
        for (auto it = heading.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            QCOMPARE(match.captured(1).toInt(), ++expected);
            const QStringList lines = text.mid(match.capturedEnd() + 1).section(u"\n\n"_s, 0, 0).split(u'\n', Qt::SkipEmptyParts);
            QVERIFY2(lines.size() == 3 && lines[0].startsWith("- **What**: "_L1) && lines[1].startsWith("- **Why**: "_L1) && lines[2].startsWith("- **Measured**: "_L1), qPrintable(match.captured()));
        }
        QVERIFY(expected >= 7);
    }
    void changelogKnowsThisVersion()
    {
        static const QRegularExpression version(u"project\\(jjak VERSION ([0-9.]+)"_s);
        const auto match = version.match(textOf(u"CMakeLists.txt"_s));
        QVERIFY(match.hasMatch());
        QVERIFY(textOf(u"CHANGELOG.md"_s).contains(u"## ["_s + match.captured(1) + u']'));
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
