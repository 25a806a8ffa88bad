// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/month_accessible.h"

#include "client/desktop/kit/install_accessibility.h"
#include "client/desktop/kit/part_accessible.h"
#include "client/desktop/lounge/month_view.h"

namespace jjak::desktop {

namespace {

//! One day.
class DayAccessible final : public PartAccessible {
public:
    using PartAccessible::PartAccessible;

protected:
    [[nodiscard]] QString name() const override { return view()->dayText(view()->dayAt(place())); }
    [[nodiscard]] QRect area() const override { return view()->rectOf(place()); }

    [[nodiscard]] QAccessible::State condition() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.selected = view()->dayAt(place()) == view()->chosen();
        state.focused = state.selected && view()->hasFocus();
        return state;
    }

private:
    [[nodiscard]] MonthView *view() const { return static_cast<MonthView *>(widget()); }
};

//! The month.
class MonthAccessible final : public PartsAccessible {
public:
    explicit MonthAccessible(MonthView *view) : PartsAccessible(view, QAccessible::List) {}

    [[nodiscard]] int childCount() const override { return MonthView::cells; }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override { return child(view()->cellAt(view()->mapFromGlobal(QPoint(x, y)))); }
    [[nodiscard]] QAccessibleInterface *focusChild() const override { return child(view()->cellOf(view()->chosen())); }

protected:
    [[nodiscard]] PartAccessible *makePart(int cell) const override { return new DayAccessible(view(), cell); }

private:
    [[nodiscard]] MonthView *view() const { return static_cast<MonthView *>(object()); }
};

} // namespace

void installMonthAccessibility()
{
    installAccessibility<MonthView, MonthAccessible>();
}

} // namespace jjak::desktop
