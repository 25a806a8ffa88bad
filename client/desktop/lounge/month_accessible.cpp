// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/month_accessible.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <array>
#include <mutex>

#include "client/desktop/lounge/month_view.h"

namespace jjak::desktop {

namespace {

//! One day. It stands for a place on the grid: which day is there now is asked for each time.
class DayAccessible : public QAccessibleInterface {
public:
    DayAccessible(MonthView *view, int cell) : m_view(view), m_cell(cell) {}

    [[nodiscard]] int cell() const { return m_cell; }
    [[nodiscard]] bool isValid() const override { return !m_view.isNull(); }
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
        return isValid() && type == QAccessible::Name ? m_view->dayText(m_view->dayAt(m_cell)) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_view->rectOf(m_cell);
        return {m_view->mapToGlobal(place.topLeft()), place.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.selected = m_view->dayAt(m_cell) == m_view->chosen();
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }

private:
    QPointer<MonthView> m_view;
    int m_cell;
};

//! The month. Days are made when somebody asks for them.
class MonthAccessible : public QAccessibleWidget {
public:
    explicit MonthAccessible(MonthView *view) : QAccessibleWidget(view, QAccessible::List) {}

    ~MonthAccessible() override
    {
        for (const QAccessible::Id id : m_days)
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return MonthView::cells; }

    [[nodiscard]] QAccessibleInterface *child(int cell) const override
    {
        if (cell < 0 || cell >= MonthView::cells)
            return nullptr;
        QAccessible::Id &known = m_days.at(size_t(cell));
        if (known == 0)
            known = QAccessible::registerAccessibleInterface(new DayAccessible(view(), cell));
        return QAccessible::accessibleInterface(known);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *day = dynamic_cast<const DayAccessible *>(child);
        return day == nullptr ? -1 : day->cell();
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override { return child(view()->cellAt(view()->mapFromGlobal(QPoint(x, y)))); }
    [[nodiscard]] QAccessibleInterface *focusChild() const override { return child(view()->cellOf(view()->chosen())); }

private:
    [[nodiscard]] MonthView *view() const { return static_cast<MonthView *>(object()); }

    mutable std::array<QAccessible::Id, MonthView::cells> m_days{};
};

QAccessibleInterface *create(const QString &, QObject *object)
{
    auto *view = qobject_cast<MonthView *>(object);
    return view != nullptr ? new MonthAccessible(view) : nullptr;
}

} // namespace

void installMonthAccessibility()
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(create); });
}

} // namespace jjak::desktop
