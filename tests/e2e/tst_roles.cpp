// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/e2e/role_scene.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;

namespace {

//! What is answered ok and changes nothing all the same: it is so already, or it only reads.
bool isIdle(const RoleCell &cell)
{
    const bool isUnmuting = cell.right == Right::MuteMember && cell.minutes == 0;
    return cell.right == Right::Read || cell.right == Right::UnbanMember || isUnmuting || (cell.appointed && cell.appointed == cell.target);
}

} // namespace

//! The table of PROTOCOL.md, cell by cell: a real server, real connections, every right, by and to every role.
class TestRoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableOfTheDocumentIsWhole();
    void everyCellIsAnsweredAsTheTableSays();
};

void TestRoles::theTableOfTheDocumentIsWhole()
{
    const auto table = documentedRights();
    QCOMPARE(size_t(table.size()), rights.size());
    for (const RightRow &row : rights) {
        QCOMPARE(table[qsizetype(row.right)].meaning, QString::fromLatin1(row.meaning.data(), qsizetype(row.meaning.size())));
        QCOMPARE(table[qsizetype(row.right)].command, QString::fromLatin1(row.command.data(), qsizetype(row.command.size())));
    }
    const auto remove = table[qsizetype(Right::RemoveMember)]; // whether the cells are read rightly
    QCOMPARE(remove.answerTo(MemberRole::Owner, MemberRole::Moderator), u"ok"_s);
    QCOMPARE(remove.answerTo(MemberRole::Moderator, MemberRole::Moderator), u"room.role"_s);
    QCOMPARE(table[qsizetype(Right::Write)].answerTo(MemberRole::ReadOnly, {}), u"room.read_only"_s);
}

void TestRoles::everyCellIsAnsweredAsTheTableSays()
{
    const auto table = documentedRights();
    const auto cells = everyCell();
    QCOMPARE(size_t(table.size()), rights.size());
    RoleScene scene(int(cells.size()));
    QVERIFY(scene.start());
    int allowed = 0;
    for (int i = 0; i < cells.size(); ++i) {
        const RoleCell &cell = cells[i];
        QString wanted = table[qsizetype(cell.right)].answerTo(cell.actor, cell.target);
        // A role is given by whoever could also take it; naming the owner as the owner is the repetition of a hand-over.
        if (cell.right == Right::Appoint && !mayDoTo(Right::Appoint, cell.actor, *cell.appointed))
            wanted = u"room.role"_s;
        if (cell.right == Right::HandOver && cell.target == MemberRole::Owner)
            wanted = u"ok"_s;
        const QStringList before = scene.rows(i);
        const Told told = scene.act(cell, i);
        QVERIFY2(told.code == wanted, qPrintable(cell.text() + u": "_s + told.text() + u", not "_s + wanted));
        const bool changed = scene.rows(i) != before;
        QVERIFY2(changed == (wanted == "ok"_L1 && !isIdle(cell)), qPrintable(cell.text() + (changed ? u": something was changed"_s : u": nothing was changed"_s)));
        allowed += wanted == "ok"_L1;
    }
    QVERIFY(allowed > 50 && allowed < cells.size() - 50);
    qInfo("%d cells, %d of them allowed", int(cells.size()), allowed);
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
