// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/part_accessible.h"

namespace jjak::desktop {

QString PartAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Name && isValid() ? name() : QString();
}

QRect PartAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect place = area();
    return {m_widget->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::State PartAccessible::state() const
{
    if (isValid())
        return condition();
    QAccessible::State state;
    state.invalid = true;
    return state;
}

PartsAccessible::~PartsAccessible()
{
    for (const QAccessible::Id part : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(part);
}

QAccessibleInterface *PartsAccessible::child(int place) const
{
    if (place < 0 || place >= childCount())
        return nullptr;
    const auto known = m_parts.constFind(place);
    if (known != m_parts.constEnd())
        return QAccessible::accessibleInterface(*known);
    PartAccessible *made = makePart(place);
    m_parts.insert(place, QAccessible::registerAccessibleInterface(made));
    return made;
}

int PartsAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *part = dynamic_cast<const PartAccessible *>(child);
    return part != nullptr && part->widget() == widget() ? part->place() : -1;
}

} // namespace jjak::desktop
