// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "arrows.h"
#include "habits.h"

using namespace jjak::style;
using namespace Qt::StringLiterals;

namespace {

using Rule = QStringList (*)(const SourceFile &);

const QString head = u"// SPDX-FileCopyrightText: The Jjak authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

} // namespace

//! The rules themselves: each finds a violation that was planted, and lets the neighbouring good case pass.
class TestPlanted : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatWasPlanted_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line"); // of the finding; 0: none
        arrows();
        purity();
        headers();
        sql();
        words();
    }
    void findsWhatWasPlanted()
    {
        QFETCH(Rule, rule);
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(int, line);
        const QStringList found = rule({path, text});
        QCOMPARE(found.size(), line == 0 ? 0 : 1);
        if (line > 0)
            QVERIFY2(found.first().startsWith(u"%1:%2: "_s.arg(path).arg(line)), qPrintable(found.first()));
    }
    void statementsKnowCommentsAndLiterals()
    {
        const auto all = statementsOf(u"a = \"x;\\\"y\"; // b;\n/* c;\nd; */ e('\"', R\"(f;\"g)\",\n1'000);\nh"_s);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].literals, QStringList(u"x;\"y"_s));
        QCOMPARE(all[1].literals, QStringList(u"f;\"g"_s));
        QCOMPARE(all[1].line, 3);
        QCOMPARE(all[2].code, u"h"_s);
        QCOMPARE(all[2].line, 5);
    }

private:
    static void row(const char *name, Rule rule, const char *path, const QString &text, int line) { QTest::newRow(name) << rule << QString::fromLatin1(path) << text << line; }

    static void arrows()
    {
        const auto include = [](const char *what) { return u"\n#include \"%1\"\n"_s.arg(QString::fromLatin1(what)); };
        row("common uses the server", againstArrows, "common/base/a.h", include("server/app/b.h"), 2);
        row("base uses the protocol", againstArrows, "common/base/a.h", include("common/protocol/b.h"), 2);
        row("protocol uses rules", againstArrows, "common/protocol/a.h", include("common/rules/b.h"), 0);
        row("domain uses app", againstArrows, "server/domain/a.cpp", include("server/app/b.h"), 2);
        row("app uses domain", againstArrows, "server/app/a.cpp", include("server/domain/b.h"), 0);
        row("app uses storage", againstArrows, "server/app/a.cpp", include("server/storage/b.h"), 2);
        row("engine uses storage", againstArrows, "server/engine/memory/a.cpp", include("server/storage/b.h"), 2);
        row("gateway uses engine", againstArrows, "server/gateway/a.cpp", include("server/engine/b.h"), 2);
        row("storage uses gateway", againstArrows, "server/storage/a.cpp", include("server/gateway/b.h"), 2);
        row("operate uses storage", againstArrows, "server/operate/a.cpp", include("server/storage/b.h"), 2);
        row("the image worker uses app", againstArrows, "server/image_worker/a.cpp", include("server/app/b.h"), 2);
        row("images use the image worker", againstArrows, "server/images/a.cpp", include("server/image_worker/b.h"), 2);
        row("main uses all", againstArrows, "server/main/a.cpp", include("server/storage/b.h"), 0);
        row("main uses a client", againstArrows, "server/main/a.cpp", include("client/core/b.h"), 2);
        row("client uses the server", againstArrows, "client/core/a.cpp", include("server/app/b.h"), 2);
        row("core uses desktop", againstArrows, "client/core/a.cpp", include("client/desktop/b.h"), 2);
        row("terminal uses desktop", againstArrows, "client/terminal/a.cpp", include("client/desktop/b.h"), 2);
        row("desktop uses core", againstArrows, "client/desktop/a.cpp", include("client/core/b.h"), 0);
        row("angle brackets do not hide it", againstArrows, "client/core/a.cpp", u"#include <server/app/b.h>"_s, 1);
        row("spaces do not hide it", againstArrows, "client/core/a.cpp", u"  #  include \"server/app/b.h\""_s, 1);
        row("a path that is not from the root", againstArrows, "client/core/a.cpp", include("b.h"), 2);
        row("a path upwards", againstArrows, "client/core/a.cpp", include("../desktop/b.h"), 2);
        row("a comment", againstArrows, "client/core/a.cpp", u"// #include \"server/app/b.h\""_s, 0);
    }
    static void purity()
    {
        row("object in the domain", impurities, "server/domain/a.h", u"#include <QObject>"_s, 1);
        row("file in the domain", impurities, "server/domain/a.h", u"\n#include <QFile>"_s, 2);
        row("module header in the domain", impurities, "server/domain/a.h", u"#include <QtCore/QTimer>"_s, 1);
        row("chance in the domain", impurities, "server/domain/a.h", u"#include <random>"_s, 1);
        row("clock in the domain", impurities, "server/domain/a.cpp", u"int a;\nauto now = std::chrono::system_clock::now();"_s, 2);
        row("the system's chance in the domain", impurities, "server/domain/a.cpp", u"SystemRng rng;"_s, 1);
        row("clock in a comment", impurities, "server/domain/a.cpp", u"// not system_clock\nint a;"_s, 0);
        row("values in the domain", impurities, "server/domain/a.h", u"#include <QString>\n#include <QList>\n#include <optional>\n#include <chrono>"_s, 0);
        row("clock elsewhere", impurities, "server/app/a.cpp", u"auto now = std::chrono::system_clock::now();"_s, 0);
        row("widget in client core", impurities, "client/core/a.h", u"#include <QWidget>"_s, 1);
        row("image in client core", impurities, "client/core/a.h", u"#include <QImage>"_s, 1);
        row("gui module in client core", impurities, "client/core/a.h", u"#include <QtGui/QColor>"_s, 1);
        row("socket in client core", impurities, "client/core/a.h", u"#include <QWebSocket>\n#include <QAbstractListModel>\n#include <QSettings>"_s, 0);
        row("widget in the desktop", impurities, "client/desktop/a.h", u"#include <QWidget>"_s, 0);
    }
    static void headers()
    {
        row("no licence", missingLicence, "common/a.h", u"#pragma once\n"_s, 1);
        row("one line of two", missingLicence, "cmake/a.cmake", u"# SPDX-License-Identifier: GPL-3.0-or-later\n"_s, 1);
        row("another licence", missingLicence, "common/a.h", QString(head).replace(u"GPL-3.0-or-later"_s, u"MIT"_s), 1);
        row("both lines", missingLicence, "common/a.h", head + u"#pragma once\n"_s, 0);
        row("both lines below a shebang", missingLicence, "tests/a.sh", u"#!/bin/sh\n"_s + QString(head).replace(u"//"_s, u"#"_s), 0);
        row("no pragma", missingPragmaOnce, "common/a.h", head + u"\n#include <QString>\n"_s, 1);
        row("empty header", missingPragmaOnce, "common/a.h", head, 1);
        row("pragma first", missingPragmaOnce, "common/a.h", head + u"#pragma once\n\n#include <QString>\n"_s, 0);
        row("sources need none", missingPragmaOnce, "common/a.cpp", head, 0);
        row("own header second", ownHeaderNotFirst, "common/a.cpp", u"#include <QString>\n#include \"common/a.h\"\n"_s, 2);
        row("own header first", ownHeaderNotFirst, "common/a.cpp", u"#include \"common/a.h\"\n#include <QString>\n"_s, 0);
        row("501 lines", tooLong, "common/a.cpp", QString(501, u'\n'), 500);
        row("500 lines", tooLong, "common/a.cpp", QString(500, u'\n'), 0);
    }
    static void sql()
    {
        const auto storage = [](const char *name, const QString &text, int line) { row(name, composedSql, "server/storage/a.cpp", text, line); };
        storage("value put in by +", u"int a;\nq.exec(u\"SELECT x FROM t WHERE id = \"_s + id);"_s, 2);
        storage("value put in by arg", u"q.exec(u\"DELETE FROM t WHERE id = %1\"_s.arg(id));"_s, 1);
        storage("value put in by arg in a macro", u"q.exec(QStringLiteral(\"UPDATE t SET a = %1\").arg(id));"_s, 1);
        storage("piece in front", u"q.exec(head + u\" WHERE id = 1\");"_s, 1);
        storage("string builder", u"q.exec(u\"SELECT x FROM \"_s % table);"_s, 1);
        storage("piece added", u"text += u\" ORDER BY x\";"_s, 1);
        storage("over two lines", u"q.exec(u\"SELECT x FROM t WHERE id = \"_s\n  + id);"_s, 1);
        storage("raw literal", u"q.exec(uR\"(SELECT x\nFROM t WHERE id = %1)\"_s.arg(id));"_s, 1);
        storage("bound values", u"q.run(u\"SELECT x FROM t WHERE id = ? AND n < ?\"_s, {id, n + 1});"_s, 0);
        storage("literals side by side", u"q.run(u\"SELECT x FROM t \"\n  \"WHERE id = ?\"_s, {id});"_s, 0);
        storage("no SQL", u"log(u\"select the one from \"_s + name);"_s, 0);
    }
    static void words()
    {
        row("left over work", leftOverWork, "common/a.cpp", u"int a;\n// TO"_s + u"DO: more\n"_s, 2);
        row("a broken place", leftOverWork, "README.md", u"FIX"_s + u"ME\n"_s, 1);
        row("no such word", leftOverWork, "common/a.cpp", u"int todos, method;\n"_s, 0);
        row("sentence in the server", sentencesInTheServer, "server/app/a.cpp", u"\nsay(tr(\"Hello\"));"_s, 2);
        row("sentence in common", sentencesInTheServer, "common/a.cpp", u"say(QCoreApplication::translate(\"c\", \"Hello\"));"_s, 1);
        row("sentence in a client", sentencesInTheServer, "client/core/a.cpp", u"say(tr(\"Hello\"));"_s, 0);
        row("another word", sentencesInTheServer, "server/app/a.cpp", u"const auto c = str(7);"_s, 0);
        row("a service that knows Redis", otherServers, "server/app/services/a.cpp", u"int a;\nRedisPool pool;"_s, 2);
        row("a rule that knows of a fence", otherServers, "server/domain/a.cpp", u"bool fenced;"_s, 1);
        row("an engine may", otherServers, "server/engine/a.cpp", u"RedisPool pool;"_s, 0);
        row("singleton", singletons, "server/app/a.h", u"class A {\nstatic A &instance();\n};"_s, 2);
        row("somebody else's instance", singletons, "client/core/a.cpp", u"QCoreApplication::instance()->exit();"_s, 0);
    }
};

QTEST_GUILESS_MAIN(TestPlanted)
#include "tst_planted.moc"
