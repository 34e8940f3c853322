#include "ui/shared/theme.h"

#include "ui/shared/console_style.h"
#include "ui/shared/theme_icon_engine.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPointer>
#include <QSvgRenderer>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int colorCount = static_cast<int>(ThemeColor::Count_);
using Colors = std::array<QColor, colorCount>;

// The names in resources/themes, in the order of ThemeColor.
constexpr std::array<const char*, colorCount> colorNames{
    "window",    "panel",      "raised",    "line",    "control",   "track",   "text",        "textMuted",
    "accent",    "accentText", "selection", "hover",   "focus",     "tier1",   "tier1Tint",   "tier2",
    "tier2Tint", "tier3",      "tier3Tint", "tier4",   "tier4Tint", "good",    "goodTint",    "warn",
    "warnTint",  "bad",        "badTint",   "ai",      "aiTint",    "visitor", "visitorTint", "agent",
    "agentTint", "note",       "noteTint",  "noteEdge"};

Colors readColors(const QString& resource)
{
    QFile file(resource);
    Colors colors;
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The theme %s is not in this program.", qPrintable(resource));
    const QJsonObject names = QJsonDocument::fromJson(file.readAll()).object();
    for (int i = 0; i < colorCount; ++i) {
        colors[size_t(i)] = QColor(names.value(QLatin1String(colorNames[size_t(i)])).toString());
        if (!colors[size_t(i)].isValid())
            qFatal("The theme %s lacks the colour %s.", qPrintable(resource), colorNames[size_t(i)]);
    }
    return colors;
}

struct StyleSpec {
    int size;
    int line;
    QFont::Weight weight;
};

constexpr StyleSpec spec(TextStyle style)
{
    switch (style) {
    case TextStyle::PageTitle:
        return {18, 24, QFont::DemiBold};
    case TextStyle::PaneTitle:
        return {15, 20, QFont::DemiBold};
    case TextStyle::Body:
        return {13, 18, QFont::Normal};
    case TextStyle::BodyStrong:
        return {13, 18, QFont::DemiBold};
    case TextStyle::MessageText:
        return {14, 20, QFont::Normal};
    case TextStyle::Secondary:
        return {12, 16, QFont::Normal};
    case TextStyle::SectionLabel:
        return {12, 16, QFont::DemiBold};
    case TextStyle::Small:
        return {11, 14, QFont::Normal};
    case TextStyle::Code:
        return {12, 16, QFont::DemiBold};
    }
    return {13, 18, QFont::Normal};
}

QString chooseFamily()
{
    const QStringList families = QFontDatabase::families();
    return families.contains(u"Inter"_s) ? u"Inter"_s : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QByteArray iconSource(const QString& name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

struct Theme::State {
    Scheme scheme = Scheme::System;
    bool systemDark = false;
    double scale = 1;
    Colors light = readColors(u":/themes/light.json"_s);
    Colors dark = readColors(u":/themes/dark.json"_s);
    QString family = chooseFamily();
    QHash<QString, QPixmap> pixmaps;
    QPointer<QApplication> application;
    QPointer<ConsoleStyle> style;
};

Theme::Theme(QObject* parent) : QObject(parent), m_state(std::make_unique<State>())
{
    connect(this, &Theme::changed, this, [this] {
        if (m_state->application)
            applyTo(*m_state->application);
    });
}

// The application outlives its theme only in tests; its style must not paint with colours that are gone.
Theme::~Theme()
{
    if (m_state->style && QApplication::style() == m_state->style)
        QApplication::setStyle(u"Fusion"_s);
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_state->scheme)
        return;
    m_state->scheme = scheme;
    Q_EMIT changed();
}

Theme::Scheme Theme::scheme() const { return m_state->scheme; }

bool Theme::isDark() const
{
    return m_state->scheme == Scheme::System ? m_state->systemDark : m_state->scheme == Scheme::Dark;
}

void Theme::setSystemDark(bool dark)
{
    if (dark == m_state->systemDark)
        return;
    m_state->systemDark = dark;
    if (m_state->scheme == Scheme::System)
        Q_EMIT changed();
}

void Theme::setTextScale(double scale)
{
    scale = std::clamp(scale, 0.8, 2.0);
    if (std::abs(scale - m_state->scale) < 0.001)
        return;
    m_state->scale = scale;
    Q_EMIT changed();
}

double Theme::textScale() const { return m_state->scale; }

QColor Theme::color(ThemeColor role) const { return (isDark() ? m_state->dark : m_state->light)[size_t(role)]; }

namespace {

ThemeColor tierRole(int rank) { return ThemeColor(int(ThemeColor::Tier1) + 2 * std::clamp(rank, 0, 3)); }

}

QColor Theme::tierColor(int tierRank) const { return color(tierRole(tierRank)); }

QColor Theme::tierTint(int tierRank) const { return color(ThemeColor(int(tierRole(tierRank)) + 1)); }

QFont Theme::font(TextStyle style) const
{
    QFont font(m_state->family);
    font.setPixelSize(std::max(9, px(spec(style).size)));
    font.setWeight(spec(style).weight);
    return font;
}

int Theme::lineHeight(TextStyle style) const { return px(spec(style).line); }

int Theme::px(int atFullSize) const { return int(std::lround(atFullSize * m_state->scale)); }

QIcon Theme::icon(const QString& name, ThemeColor role) const { return QIcon(new ThemeIconEngine(*this, name, role)); }

QPixmap Theme::pixmap(const QString& name, ThemeColor role, int size, qreal devicePixelRatio) const
{
    const QColor ink = color(role);
    const QString key = u"%1 %2 %3 %4"_s.arg(name, ink.name()).arg(size).arg(devicePixelRatio);
    if (const auto known = m_state->pixmaps.constFind(key); known != m_state->pixmaps.constEnd())
        return *known;
    QByteArray source = iconSource(name);
    source.replace("currentColor", ink.name().toLatin1());
    // The stroke is 1.5 px at 16 as well as at 20.
    if (size < px(20))
        source.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(1.5 * px(20) / size) + '"');
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    if (!source.isEmpty()) {
        QPainter painter(&pixmap);
        QSvgRenderer(source).render(&painter, QRectF(0, 0, size, size));
    }
    m_state->pixmaps.insert(key, pixmap);
    return pixmap;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ThemeColor name) { palette.setColor(role, color(name)); };
    set(QPalette::Window, ThemeColor::Window);
    set(QPalette::WindowText, ThemeColor::Text);
    set(QPalette::Base, ThemeColor::Panel);
    set(QPalette::AlternateBase, ThemeColor::Raised);
    set(QPalette::Text, ThemeColor::Text);
    set(QPalette::Button, ThemeColor::Panel);
    set(QPalette::ButtonText, ThemeColor::Text);
    set(QPalette::BrightText, ThemeColor::Bad);
    set(QPalette::Highlight, ThemeColor::Selection);
    set(QPalette::HighlightedText, ThemeColor::Text);
    set(QPalette::Link, ThemeColor::Accent);
    set(QPalette::LinkVisited, ThemeColor::Accent);
    set(QPalette::PlaceholderText, ThemeColor::TextMuted);
    set(QPalette::ToolTipBase, ThemeColor::Panel);
    set(QPalette::ToolTipText, ThemeColor::Text);
    set(QPalette::Light, ThemeColor::Hover);
    set(QPalette::Midlight, ThemeColor::Raised);
    set(QPalette::Mid, ThemeColor::Line);
    set(QPalette::Dark, ThemeColor::Control);
    set(QPalette::Shadow, ThemeColor::Control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(ThemeColor::TextMuted));
    return palette;
}

void Theme::applyTo(QApplication& application)
{
    if (m_state->application != &application) {
        m_state->application = &application;
        m_state->style = new ConsoleStyle(*this);
        application.setStyle(m_state->style);
    }
    application.setFont(font(TextStyle::Body));
    application.setPalette(palette());
    QToolTip::setPalette(palette());
    QToolTip::setFont(font(TextStyle::Secondary));
}

}
