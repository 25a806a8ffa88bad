// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "arrows.h"
#include "habits.h"

using namespace jjak::style;
using namespace Qt::StringLiterals;

namespace {

using Rule = QStringList (*)(const SourceFile &);

} // namespace

//! The whole source tree keeps the rules.
class TestTree : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_files = readTree(QStringLiteral(JJAK_SOURCE_DIR));
        // A reader that finds nothing would let everything pass.
        for (const auto path : {"common/base/ids.h"_L1, "tests/style/tst_tree.cpp"_L1, "CMakeLists.txt"_L1})
            QVERIFY2(std::ranges::any_of(m_files, [&](const SourceFile &f) { return f.path == path; }), path.data());
    }
    void keepsTheRule_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::newRow("no include goes against an arrow") << &againstArrows;
        QTest::newRow("the domain is pure, client/core has no windows") << &impurities;
        QTest::newRow("every file bears its licence") << &missingLicence;
        QTest::newRow("headers begin with #pragma once") << &missingPragmaOnce;
        QTest::newRow("a file includes its own header first") << &ownHeaderNotFirst;
        QTest::newRow("no file is longer than 500 lines") << &tooLong;
        QTest::newRow("SQL has bound values only") << &composedSql;
        QTest::newRow("no work is left over") << &leftOverWork;
        QTest::newRow("the server makes no sentences") << &sentencesInTheServer;
        QTest::newRow("rules and services know of no other server") << &otherServers;
        QTest::newRow("there are no singletons") << &singletons;
    }
    void keepsTheRule()
    {
        QFETCH(Rule, rule);
        QStringList findings;
        for (const SourceFile &file : std::as_const(m_files))
            findings += rule(file);
        QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
    }

private:
    QList<SourceFile> m_files;
};

QTEST_GUILESS_MAIN(TestTree)
#include "tst_tree.moc"
