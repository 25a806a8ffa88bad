// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/seat_accessible.h"

#include "client/desktop/dates/seat_board.h"
#include "client/desktop/kit/install_accessibility.h"
#include "client/desktop/kit/part_accessible.h"

namespace jjak::desktop {

namespace {

//! One of the items of a board, by its place in the list.
class SeatAccessible final : public PartAccessible, public QAccessibleActionInterface {
public:
    using PartAccessible::PartAccessible;

    [[nodiscard]] bool isValid() const override { return PartAccessible::isValid() && place() < board()->items().size(); }
    [[nodiscard]] QAccessible::Role role() const override { return isValid() && board()->isChoice() ? QAccessible::RadioButton : QAccessible::ListItem; }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return isValid() && board()->isChoice() ? QStringList{toggleAction(), setFocusAction()} : QStringList{showMenuAction(), setFocusAction()};
    }

    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == toggleAction() || name == pressAction())
            board()->choose(seat());
        else if (name == showMenuAction())
            Q_EMIT board()->menuWanted(seat(), rect().center());
        else if (name == setFocusAction()) {
            board()->setFocus();
            board()->setCurrent(seat());
        }
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override
    {
        return isValid() && name == toggleAction() ? QStringList{QString::number(seat())} : QStringList();
    }

protected:
    [[nodiscard]] QString name() const override { return board()->spoken(seat()); }
    [[nodiscard]] QRect area() const override { return board()->itemRect(seat()).toAlignedRect(); }

    [[nodiscard]] QAccessible::State condition() const override
    {
        QAccessible::State state;
        const bool choice = board()->isChoice();
        state.focusable = true;
        state.focused = board()->hasFocus() && board()->current() == seat();
        state.checkable = choice;
        state.checked = choice && board()->chosen() == seat();
        state.disabled = choice && !board()->canChoose(seat());
        return state;
    }

private:
    [[nodiscard]] SeatBoard *board() const { return static_cast<SeatBoard *>(widget()); }
    [[nodiscard]] int seat() const { return board()->items().value(place()); }
};

//! The board itself.
class BoardAccessible final : public PartsAccessible {
public:
    explicit BoardAccessible(SeatBoard *board) : PartsAccessible(board, QAccessible::Grouping) {}

    [[nodiscard]] QAccessible::Role role() const override { return board()->isChoice() ? QAccessible::Grouping : QAccessible::List; }
    [[nodiscard]] int childCount() const override { return int(board()->items().size()); }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const int seat = board()->plan().at(board()->mapFromGlobal(QPoint(x, y)));
        return seat < 0 ? nullptr : child(int(board()->items().indexOf(seat)));
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return board()->hasFocus() ? child(int(board()->items().indexOf(board()->current()))) : nullptr;
    }

protected:
    [[nodiscard]] PartAccessible *makePart(int item) const override { return new SeatAccessible(board(), item); }

private:
    [[nodiscard]] SeatBoard *board() const { return static_cast<SeatBoard *>(object()); }
};

} // namespace

void installSeatAccessibility()
{
    installAccessibility<SeatBoard, BoardAccessible>();
}

} // namespace jjak::desktop
