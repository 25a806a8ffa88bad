// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/seat_accessible.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <mutex>

#include "client/desktop/dates/seat_board.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

//! One of the items of a board, by its place in the list.
class SeatAccessible final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    SeatAccessible(SeatBoard *board, int index) : m_board(board), m_index(index) {}

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isValid() const override { return !m_board.isNull() && m_index < m_board->items().size(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return isValid() && m_board->isChoice() ? QAccessible::RadioButton : QAccessible::ListItem; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_board); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        return isValid() && type == QAccessible::Name ? m_board->spoken(seat()) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_board->itemRect(seat()).toAlignedRect();
        return {m_board->mapToGlobal(place.topLeft()), place.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool choice = m_board->isChoice();
        state.focusable = true;
        state.focused = m_board->hasFocus() && m_board->current() == seat();
        state.checkable = choice;
        state.checked = choice && m_board->chosen() == seat();
        state.disabled = choice && !m_board->canChoose(seat());
        return state;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return isValid() && m_board->isChoice() ? QStringList{toggleAction(), setFocusAction()} : QStringList{showMenuAction(), setFocusAction()};
    }

    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == toggleAction() || name == pressAction())
            m_board->choose(seat());
        else if (name == showMenuAction())
            Q_EMIT m_board->menuWanted(seat(), rect().center());
        else if (name == setFocusAction()) {
            m_board->setFocus();
            m_board->setCurrent(seat());
        }
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override
    {
        return isValid() && name == toggleAction() ? QStringList{QString::number(seat())} : QStringList();
    }

private:
    [[nodiscard]] int seat() const { return m_board->items().value(m_index); }

    QPointer<SeatBoard> m_board;
    int m_index;
};

//! The board itself.
class BoardAccessible final : public QAccessibleWidget {
public:
    explicit BoardAccessible(SeatBoard *board) : QAccessibleWidget(board, QAccessible::Grouping) {}

    ~BoardAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] QAccessible::Role role() const override { return board()->isChoice() ? QAccessible::Grouping : QAccessible::List; }
    [[nodiscard]] int childCount() const override { return int(board()->items().size()); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto known = m_items.constFind(index);
        if (known != m_items.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *made = new SeatAccessible(board(), index);
        m_items.insert(index, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *seat = dynamic_cast<const SeatAccessible *>(child);
        return seat ? seat->index() : -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const int seat = board()->plan().at(board()->mapFromGlobal(QPoint(x, y)));
        return seat < 0 ? nullptr : child(int(board()->items().indexOf(seat)));
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return board()->hasFocus() ? child(int(board()->items().indexOf(board()->current()))) : nullptr;
    }

private:
    [[nodiscard]] SeatBoard *board() const { return static_cast<SeatBoard *>(object()); }

    mutable QHash<int, QAccessible::Id> m_items;
};

QAccessibleInterface *create(const QString &, QObject *object)
{
    auto *board = qobject_cast<SeatBoard *>(object);
    return board ? new BoardAccessible(board) : nullptr;
}

} // namespace

void installSeatAccessibility()
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(create); });
}

} // namespace jjak::desktop
