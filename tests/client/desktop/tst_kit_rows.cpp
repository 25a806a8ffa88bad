// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/rows_accessible.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QListView>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

//! A view that Qt knows nothing of: rows of 20 pixels.
class PlainRows : public QAbstractItemView {
    Q_OBJECT

public:
    PlainRows() { installRowsAccessibility(); }
    QRect visualRect(const QModelIndex &index) const override { return {0, 20 * index.row(), viewport()->width(), 20}; }
    void scrollTo(const QModelIndex &, ScrollHint) override {}
    QModelIndex indexAt(const QPoint &point) const override { return model()->index(point.y() / 20, 0); }

protected:
    QModelIndex moveCursor(CursorAction, Qt::KeyboardModifiers) override { return currentIndex(); }
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override { return 0; }
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &, QItemSelectionModel::SelectionFlags) override {}
    QRegion visualRegionForSelection(const QItemSelection &) const override { return {}; }
};

class TstKitRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyRowIsAnItemWithItsWords();
    void rowsFollowTheModel();
    void placesAreOnTheScreen();
    void currentRowHasTheFocus();
    void viewsOfQtStayAsTheyAre();
    void viewWithoutAModelIsEmpty();
    void rowOfAnotherViewIsNoChild();

private:
    QStandardItemModel m_model;
    std::unique_ptr<PlainRows> m_view;
};

namespace {

QAccessibleInterface *readerOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

} // namespace

void TstKitRows::init()
{
    m_model.clear();
    for (const QString &text : {u"하나"_s, u"둘"_s, u"셋"_s})
        m_model.appendRow(new QStandardItem(text));
    m_model.item(1)->setData(u"You: 둘. Read"_s, Qt::AccessibleTextRole);
    m_view = std::make_unique<PlainRows>();
    m_view->setModel(&m_model);
    m_view->resize(200, 50);
    m_view->show();
}

void TstKitRows::cleanup()
{
    m_view.reset();
}

void TstKitRows::everyRowIsAnItemWithItsWords()
{
    QAccessibleInterface *list = readerOf(m_view.get());
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 3);
    QCOMPARE(list->child(0)->role(), QAccessible::ListItem);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"하나"_s);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"You: 둘. Read"_s);
    QCOMPARE(list->indexOfChild(list->child(2)), 2);
    QCOMPARE(list->child(2)->parent(), list);
    QVERIFY(list->child(3) == nullptr);
    QVERIFY(list->child(-1) == nullptr);
}

void TstKitRows::rowsFollowTheModel()
{
    QAccessibleInterface *list = readerOf(m_view.get());
    QAccessibleInterface *last = list->child(2);
    m_model.removeRow(0);
    QCOMPARE(list->childCount(), 2);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"You: 둘. Read"_s);
    QVERIFY(!last->isValid());
    QVERIFY(last->state().invalid);
}

void TstKitRows::placesAreOnTheScreen()
{
    QAccessibleInterface *list = readerOf(m_view.get());
    const QPoint corner = m_view->viewport()->mapToGlobal(QPoint(0, 0));
    QCOMPARE(list->child(1)->rect().topLeft(), corner + QPoint(0, 20));
    QCOMPARE(list->childAt(corner.x() + 5, corner.y() + 25), list->child(1));
    QVERIFY(!list->child(0)->state().offscreen);
    m_view->resize(200, 22);
    QVERIFY(list->child(2)->state().offscreen);
}

void TstKitRows::currentRowHasTheFocus()
{
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
    m_view->setCurrentIndex(m_model.index(1, 0));
    tellCurrentRow(*m_view);
    QAccessibleInterface *list = readerOf(m_view.get());
    QCOMPARE(list->focusChild(), list->child(1));
    QVERIFY(list->child(1)->state().focused);
    QVERIFY(!list->child(0)->state().focused);
}

void TstKitRows::viewsOfQtStayAsTheyAre()
{
    QListView view;
    view.setModel(&m_model);
    QVERIFY(readerOf(&view)->tableInterface() != nullptr);
}

void TstKitRows::viewWithoutAModelIsEmpty()
{
    PlainRows empty;
    QCOMPARE(readerOf(&empty)->childCount(), 0);
    QVERIFY(readerOf(&empty)->focusChild() == nullptr);
}

void TstKitRows::rowOfAnotherViewIsNoChild()
{
    PlainRows other;
    other.setModel(&m_model);
    QCOMPARE(readerOf(m_view.get())->indexOfChild(readerOf(&other)->child(1)), -1);
    QCOMPARE(readerOf(m_view.get())->indexOfChild(readerOf(m_view.get())), -1);
}

QTEST_MAIN(TstKitRows)
#include "tst_kit_rows.moc"
