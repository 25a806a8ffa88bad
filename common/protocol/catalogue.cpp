// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/catalogue.h"

#include <QLocale>

#include "common/protocol/commands.h"
#include "common/protocol/events.h"
#include "common/protocol/value_codecs.h"

namespace jjak::protocol {

namespace {

using namespace Qt::StringLiterals;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

constexpr qint64 unbounded = std::numeric_limits<qint64>::max();
constexpr qint64 exact = qint64(1) << 53; // see Codec<qint64>

QString number(qint64 n)
{
    return n == exact ? u"2⁵³"_s : QLocale(QLocale::English, QLocale::UnitedStates).toString(n);
}

//! "3", "1 to 7", "at most 64", "at least 1"; empty when everything from 0 is allowed.
QString span(const Rule &rule)
{
    if (rule.max == unbounded)
        return rule.min == 0 ? QString() : u"at least %1"_s.arg(number(rule.min));
    if (rule.min == rule.max)
        return number(rule.min);
    return rule.min == 0 ? u"at most %1"_s.arg(number(rule.max)) : u"%1 to %2"_s.arg(number(rule.min), number(rule.max));
}

template <class T>
struct ListItem {
    using Type = T;
    static constexpr bool isList = false;
};
template <class T>
struct ListItem<QList<T>> {
    using Type = T;
    static constexpr bool isList = true;
};

template <class T>
struct Bare {
    using Type = T;
};
template <class T>
struct Bare<std::optional<T>> {
    using Type = T;
};

template <class T>
QString typeName()
{
    if constexpr (std::is_same_v<T, QString>)
        return u"text"_s;
    else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, qint64>)
        return u"integer"_s;
    else if constexpr (std::is_same_v<T, bool>)
        return u"boolean"_s;
    else if constexpr (std::is_same_v<T, Time>)
        return u"time"_s;
    else if constexpr (std::is_same_v<T, Day>)
        return u"day"_s;
    else if constexpr (std::is_same_v<T, Cell>)
        return u"cell"_s;
    else if constexpr (NamedEnum<T>)
        return toQString(EnumNames<T>::title);
    else if constexpr (Described<T>)
        return toQString(T::title);
    else
        return u"id"_s;
}

template <class T>
constexpr bool referenced = NamedEnum<T> || Described<T>;

template <class T>
QJsonObject schemaOf(const Rule &rule)
{
    if constexpr (referenced<T>)
        return {{u"$ref"_s, u"#/components/schemas/"_s + typeName<T>()}};
    else
        return Codec<T>::schema(rule);
}

template <class F>
QJsonObject fieldSchema(const Rule &rule, const QString &doc)
{
    using Item = typename ListItem<F>::Type;
    QJsonObject out;
    if constexpr (ListItem<F>::isList) {
        out = Codec<F>::schema(rule);
        if constexpr (referenced<Item>)
            out.insert(u"items"_s, schemaOf<Item>({}));
    } else if constexpr (referenced<F>) {
        out.insert(u"allOf"_s, QJsonArray{schemaOf<F>(rule)}); // what stands beside a $ref is not read
    } else {
        out = schemaOf<F>(rule);
    }
    out.insert(u"description"_s, doc);
    return out;
}

template <class F>
QString ruleInWords(const Rule &rule)
{
    if constexpr (std::is_same_v<F, QString>) {
        const QString length = span(rule);
        return (length.isEmpty() ? QString() : length + u" code points, "_s) + (rule.lines ? u"several lines"_s : u"one line"_s);
    } else if constexpr (ListItem<F>::isList) {
        const QString length = span(rule), items = std::is_same_v<typename ListItem<F>::Type, QString> ? u"each of at most 64 code points, one line"_s : QString();
        return length.isEmpty() ? items : length + u" items"_s + (items.isEmpty() ? QString() : u", "_s + items);
    } else if constexpr (std::is_same_v<F, int> || std::is_same_v<F, qint64>) {
        return span(rule);
    } else {
        return {};
    }
}

//! Walks over described structs and remembers every value and enumeration on the way.
class Collector {
public:
    Catalogue take() { return std::move(m_out); }

    template <class C>
    void command()
    {
        add(C::spec, fieldsOf<C>(), typeName<typename C::Reply>());
        meet<typename C::Reply>();
    }

    template <class E>
    void event()
    {
        m_out.events.append({toQString(E::name), toQString(E::doc), fieldsOf<E>()});
    }

private:
    void add(const Spec &spec, const QList<FieldEntry> &fields, const QString &reply)
    {
        static constexpr std::array families{"session", "auth", "nearby", "send", "typing", "read", "search", "files", "safety", "date", "operate"};
        static_assert(families.size() == size_t(Family::Operate) + 1);
        m_out.commands.append({toQString(spec.name), toQString(nameOf(spec.access)), QString::fromLatin1(families[size_t(spec.family)]), toQString(spec.doc), fields, reply});
    }

    template <Described T>
    QList<FieldEntry> fieldsOf()
    {
        QList<FieldEntry> out;
        forEachField<T>([&]<class F>(const F &f) { add<typename F::Type>(out, f.name, f.rule, f.doc); });
        return out;
    }

    template <class Declared>
    void add(QList<FieldEntry> &to, std::string_view name, const Rule &rule, std::string_view words)
    {
        using F = typename Bare<Declared>::Type;
        using Item = typename ListItem<F>::Type;
        meet<Item>();
        const QString doc = toQString(words);
        to.append({toQString(name), typeName<Item>(), ListItem<F>::isList, ruleInWords<F>(rule), IsOptional<Declared>::value, doc, fieldSchema<F>(rule, doc)});
    }

    template <class T>
    void meet()
    {
        if constexpr (referenced<T>) {
            const QString title = typeName<T>();
            if (m_out.has(title))
                return;
            if constexpr (NamedEnum<T>) {
                QStringList names;
                for (const auto name : EnumNames<T>::names)
                    names.append(toQString(name));
                m_out.enums.append({title, names});
            } else {
                const qsizetype at = m_out.values.size();
                m_out.values.append({title, {}});
                const auto fields = fieldsOf<T>(); // may append further values
                m_out.values[at].fields = fields;
            }
        }
    }

    Catalogue m_out;
};

} // namespace

bool Catalogue::has(const QString &title) const
{
    return std::ranges::any_of(values, [&](const ValueEntry &v) { return v.title == title; }) || std::ranges::any_of(enums, [&](const EnumEntry &e) { return e.title == title; });
}

Catalogue catalogue()
{
    Collector collector;
    forEachCommand([&]<class C>() { collector.command<C>(); });
    forEachEvent([&]<class E>() { collector.event<E>(); });
    return collector.take();
}

} // namespace jjak::protocol
