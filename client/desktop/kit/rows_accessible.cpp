// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/rows_accessible.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <mutex>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

//! One row. It stands for a place in the list: what is there now is asked for each time.
class RowAccessible : public QAccessibleInterface {
public:
    RowAccessible(QAbstractItemView *view, int row) : m_view(view), m_row(row) {}

    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] bool isValid() const override { return index().isValid(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        if (type != QAccessible::Name)
            return {};
        const QString spoken = index().data(Qt::AccessibleTextRole).toString();
        return spoken.isEmpty() ? index().data(Qt::DisplayRole).toString() : spoken;
    }

    [[nodiscard]] QRect rect() const override
    {
        if (m_view.isNull() || !isValid())
            return {};
        const QRect place = m_view->visualRect(index());
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (m_view.isNull() || !isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.selected = m_view->selectionModel()->isSelected(index());
        state.focused = m_view->hasFocus() && m_view->currentIndex() == index();
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->visualRect(index()));
        return state;
    }

private:
    [[nodiscard]] QModelIndex index() const
    {
        return m_view.isNull() || m_view->model() == nullptr ? QModelIndex() : m_view->model()->index(m_row, 0, m_view->rootIndex());
    }

    QPointer<QAbstractItemView> m_view;
    int m_row;
};

//! The list. Rows are made when somebody asks for them, so that long conversations cost nothing.
class RowsAccessible : public QAccessibleWidget {
public:
    explicit RowsAccessible(QAbstractItemView *view) : QAccessibleWidget(view, QAccessible::List) {}

    ~RowsAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override
    {
        return view()->model() == nullptr ? 0 : view()->model()->rowCount(view()->rootIndex());
    }

    [[nodiscard]] QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        const auto known = m_rows.constFind(row);
        if (known != m_rows.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *made = new RowAccessible(view(), row);
        m_rows.insert(row, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *row = dynamic_cast<const RowAccessible *>(child);
        return row == nullptr ? -1 : row->row();
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y))).row());
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override { return child(view()->currentIndex().row()); }

private:
    [[nodiscard]] QAbstractItemView *view() const { return static_cast<QAbstractItemView *>(object()); }

    mutable QHash<int, QAccessible::Id> m_rows;
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
