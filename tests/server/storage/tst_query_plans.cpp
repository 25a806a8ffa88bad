// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QRegularExpression>
#include <QSqlQuery>
#include <QTest>
#include <algorithm>

#include "tests/server/storage/every_statement.h"
#include "tests/support/sqlite_of.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstQueryPlans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextOfTheStoresIsUsed();
    void noStatementWalksAWholeTable();
    void aWalkWouldBeFound();
    void deletingAParentWalksNoChildTable();
};

namespace {

QStringList plan(Scratch &s, const QString &sql)
{
    QSqlQuery query(sqliteOf(s.set().database()).connection().handle());
    query.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
    for (int i = 0; i < sql.count(u'?'); ++i)
        query.bindValue(i, QVariant());
    QStringList out;
    if (!query.exec())
        out.append(u"SCAN "_s + query.lastError().text());
    while (query.next())
        out.append(query.value(3).toString());
    return out;
}

//! A step of a plan that looks at all rows of one of our tables.
bool walks(const QString &step)
{
    static const QRegularExpression scan(u"^SCAN (?!CONSTANT ROW|due$|late$|page$|better$|behind$|wanted VIRTUAL TABLE|\\()"_s);
    return scan.match(step).hasMatch();
}

} // namespace

void TstQueryPlans::everyTextOfTheStoresIsUsed()
{
    Scratch s;
    useEveryStatement(s);
    const auto used = s.set().database().statements();
    // Texts that stand in one piece; those that a macro or a comment divides are few, and of functions that are called.
    static const QRegularExpression text(u"u((?:\"[^\"]*\"\\s*)+)_s"_s), piece(u"\"([^\"]*)\""_s), statement(u"^(?:SELECT|INSERT|UPDATE|DELETE|WITH) (?!.*%1)"_s);
    QStringList unused;
    int count = 0;
    for (const auto names = QDir(QStringLiteral(JJAK_SOURCE_DIR "/server/storage")).entryInfoList({u"*_store.cpp"_s, u"table_directory.cpp"_s}); const QFileInfo &name : names) {
        QFile file(name.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto found = text.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();) {
            QString sql;
            for (auto pieces = piece.globalMatch(found.next().captured(1)); pieces.hasNext();)
                sql += pieces.next().captured(1);
            if (!statement.match(sql).hasMatch())
                continue;
            if (!used.contains(sql))
                unused.append(name.fileName() + u": "_s + sql);
            ++count;
        }
    }
    QVERIFY2(unused.isEmpty(), qPrintable(unused.join(u'\n')));
    QVERIFY2(count >= 250, qPrintable(QString::number(count)));
}

void TstQueryPlans::noStatementWalksAWholeTable()
{
    Scratch s;
    useEveryStatement(s);
    QCOMPARE(s->transaction.failure(), Failure::None);
    // Each begins at one end of an index and stops at its limit, or is meant for all rows.
    const QHash<QString, QString> allowed{
        {u"UPDATE ticket SET away = ?"_s, u"SCAN ticket"_s},                             // once at start
        {u"WHERE proposal IS NULL ORDER BY since"_s, u"SCAN ticket USING INDEX ticket_free"_s}, // to fill the pool
        {u"SELECT min(at) FROM"_s, u" INDEX "_s},                                         // LIMIT 1
        {u"FROM event WHERE closed = 0 ORDER BY starts"_s, u"INDEX event_starts"_s},
        {u"FROM event WHERE closed = 1 ORDER BY ends"_s, u"INDEX event_ended"_s},
        {u"UPDATE blind_date SET due = min(due, ?) WHERE closed = 0"_s, u"SCAN blind_date USING INDEX"_s}, // once at start, what is open
        {u"SELECT count(*) FROM upload"_s, u"SCAN upload"_s},                  // for the metrics, once a minute
        {u"SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM blob"_s, u"SCAN blob"_s},       // the same
        {u"FROM connected GROUP BY"_s, u"INDEX connected_connection"_s},       // when the operator asks
        {u"FROM connected WHERE NOT EXISTS"_s, u"SCAN connected"_s},           // those of servers that are gone; LIMIT
        {u"DELETE FROM connected"_s, u"SCAN connected"_s},                     // once at start
        {u" node "_s, u"SCAN node"_s},                                         // as many as there are servers
        {u"stream"_s, u"SCAN s"_s},                                            // 24, or a thousand
        {u"FROM dead_letter"_s, u"SCAN dead_letter"_s},                        // LIMIT, or for the metrics
        {u"UPDATE seat SET lost = ?"_s, u"INDEX seat_active"_s},                                       // the same
    };
    const auto statements = s.set().database().statements();
    QVERIFY(statements.size() >= 90);
    for (const QString &sql : statements) {
        for (const QString &step : plan(s, sql)) {
            bool fine = !walks(step);
            for (auto it = allowed.begin(); it != allowed.end(); ++it)
                fine |= sql.contains(it.key()) && step.contains(it.value());
            QVERIFY2(fine, qPrintable(sql + u"\n→ "_s + step));
        }
    }
}

void TstQueryPlans::aWalkWouldBeFound()
{
    Scratch s;
    const auto steps = plan(s, u"SELECT name FROM account WHERE password = ?"_s);
    QVERIFY(std::ranges::any_of(steps, walks));
    QVERIFY(std::ranges::any_of(plan(s, u"SELECT name FROM no_such_table"_s), walks));
}

void TstQueryPlans::deletingAParentWalksNoChildTable()
{
    // SQLite looks for children with every deletion; what is deleted in daily use must have them indexed.
    Scratch s;
    for (const QString &sql : {u"SELECT 1 FROM spent_token WHERE device = ?"_s, u"SELECT 1 FROM open_side WHERE proposal = ?"_s, u"SELECT 1 FROM evidence WHERE report = ?"_s, u"SELECT 1 FROM seat WHERE date = ? AND size = ?"_s,
                               u"SELECT 1 FROM member WHERE room = ?"_s, u"SELECT 1 FROM message WHERE room = ?"_s,
                               u"SELECT 1 FROM earlier WHERE room = ? AND seq = ?"_s, u"SELECT 1 FROM attachment WHERE room = ? AND seq = ?"_s, u"SELECT 1 FROM digest WHERE room = ?"_s,
                               u"SELECT 1 FROM post_tag WHERE post = ?"_s, u"SELECT 1 FROM post_person WHERE post = ?"_s, u"SELECT 1 FROM comment WHERE post = ?"_s, u"SELECT 1 FROM post_view WHERE post = ?"_s,
                               u"SELECT 1 FROM tag_use WHERE post = ?"_s, u"SELECT 1 FROM tag_use WHERE comment = ?"_s, u"SELECT 1 FROM comment_like WHERE comment = ?"_s, u"SELECT 1 FROM picture WHERE post = ?"_s, u"SELECT 1 FROM picture WHERE hash = ?"_s,
                               u"SELECT 1 FROM picture WHERE small = ?"_s, u"SELECT 1 FROM table_guest WHERE seating = ? AND seats = ?"_s,
                               u"SELECT 1 FROM thanks WHERE seating = ?"_s, u"SELECT 1 FROM thanks WHERE guest = ?"_s, u"SELECT 1 FROM thanked_host WHERE host = ?"_s}) {
        for (const QString &step : plan(s, sql))
            QVERIFY2(!walks(step), qPrintable(step));
    }
}

QTEST_GUILESS_MAIN(TstQueryPlans)
#include "tst_query_plans.moc"
