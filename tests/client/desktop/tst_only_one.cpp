// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "client/desktop/frame/only_one.h"

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

//! A second start of the program.
class TestOnlyOne : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secondStartBringsTheFirstUp();
    void othersFoldersAreOthers();
    void whatAKilledOneLeftIsNoHindrance();
    void folderThatCannotBeWrittenIsNoHindrance();
};

void TestOnlyOne::secondStartBringsTheFirstUp()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"jjak.socket"_s);
    auto first = std::make_unique<OnlyOne>(path);
    QVERIFY(first->claim());
    QSignalSpy wanted(first.get(), &OnlyOne::wanted);
    QVERIFY(!OnlyOne(path).claim());
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(!OnlyOne(path).claim());
    QTRY_COMPARE(wanted.size(), 2);
    first.reset();
    QVERIFY(OnlyOne(path).claim());
}

void TestOnlyOne::othersFoldersAreOthers()
{
    QTemporaryDir folder;
    OnlyOne one(folder.filePath(u"a.socket"_s)), other(folder.filePath(u"b.socket"_s));
    QVERIFY(one.claim() && other.claim());
}

void TestOnlyOne::whatAKilledOneLeftIsNoHindrance()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"jjak.socket"_s);
    QFile left(path);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    OnlyOne one(path);
    QVERIFY(one.claim());
    QVERIFY(!OnlyOne(path).claim()); // it listens there now
}

void TestOnlyOne::folderThatCannotBeWrittenIsNoHindrance()
{
    QVERIFY(OnlyOne(u"/nowhere/at/all/jjak.socket"_s).claim());
}

QTEST_GUILESS_MAIN(TestOnlyOne)
#include "tst_only_one.moc"
