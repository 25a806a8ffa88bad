// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/rows_accessible.h"

#include <QAbstractItemView>

#include <mutex>

#include "client/desktop/kit/part_accessible.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

//! One row.
class RowAccessible final : public PartAccessible {
public:
    using PartAccessible::PartAccessible;

    [[nodiscard]] bool isValid() const override { return PartAccessible::isValid() && index().isValid(); }

protected:
    [[nodiscard]] QString name() const override
    {
        const QString spoken = index().data(Qt::AccessibleTextRole).toString();
        return spoken.isEmpty() ? index().data(Qt::DisplayRole).toString() : spoken;
    }

    [[nodiscard]] QRect area() const override { return view()->visualRect(index()).translated(view()->viewport()->pos()); }

    [[nodiscard]] QAccessible::State condition() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.selected = view()->selectionModel()->isSelected(index());
        state.focused = view()->hasFocus() && view()->currentIndex() == index();
        state.offscreen = !view()->viewport()->rect().intersects(view()->visualRect(index()));
        return state;
    }

private:
    [[nodiscard]] QAbstractItemView *view() const { return static_cast<QAbstractItemView *>(widget()); }
    [[nodiscard]] QModelIndex index() const { return view()->model() == nullptr ? QModelIndex() : view()->model()->index(place(), 0, view()->rootIndex()); }
};

//! The list. That rows are made only when somebody asks makes long conversations cost nothing.
class RowsAccessible final : public PartsAccessible {
public:
    explicit RowsAccessible(QAbstractItemView *view) : PartsAccessible(view, QAccessible::List) {}

    [[nodiscard]] int childCount() const override { return view()->model() == nullptr ? 0 : view()->model()->rowCount(view()->rootIndex()); }
    [[nodiscard]] QAccessibleInterface *focusChild() const override { return child(view()->currentIndex().row()); }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y))).row());
    }

protected:
    [[nodiscard]] PartAccessible *makePart(int row) const override { return new RowAccessible(view(), row); }

private:
    [[nodiscard]] QAbstractItemView *view() const { return static_cast<QAbstractItemView *>(object()); }
};

QAccessibleInterface *create(const QString &className, QObject *object)
{
    // Qt asks from the most derived class upwards; its own views are answered by Qt before this name comes up.
    auto *view = className == "QAbstractItemView"_L1 ? qobject_cast<QAbstractItemView *>(object) : nullptr;
    return view != nullptr ? new RowsAccessible(view) : nullptr;
}

} // namespace

void installRowsAccessibility()
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(create); });
}

void tellCurrentRow(QAbstractItemView &view)
{
    if (!QAccessible::isActive() || !view.hasFocus() || !view.currentIndex().isValid())
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(view.currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

} // namespace jjak::desktop
