#include "tests/support/ui_test.h"
#include "ui/shared/theme.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

namespace signalbox::test {

namespace {

// WCAG 2.2, relative luminance of an sRGB colour.
double luminance(const QColor& color)
{
    const auto linear = [](double share) { return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// WCAG 2.2, contrast ratio, 1 to 21.
double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

}

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColourIsReadableWhereItStands_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addRow("light") << false;
        QTest::addRow("dark") << true;
    }

    void everyColourIsReadableWhereItStands()
    {
        QFETCH(bool, dark);
        Theme theme;
        theme.setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        using enum ThemeColor;
        const auto atLeast = [&](ThemeColor front, ThemeColor back, double ratio) {
            const double found = contrast(theme.color(front), theme.color(back));
            QVERIFY2(found >= ratio, qPrintable(QStringLiteral("%1 on %2: %3").arg(int(front)).arg(int(back)).arg(found)));
        };
        for (const ThemeColor surface : {Window, Panel, Raised, Selection, Hover}) {
            atLeast(Text, surface, 4.5);
            atLeast(TextMuted, surface, 4.5);
        }
        const std::pair<ThemeColor, ThemeColor> onTints[] = {
            {Tier1, Tier1Tint}, {Tier2, Tier2Tint}, {Tier3, Tier3Tint}, {Tier4, Tier4Tint},
            {Good, GoodTint},   {Warn, WarnTint},   {Bad, BadTint},     {Ai, AiTint},
            {Visitor, VisitorTint}, {Agent, AgentTint}, {Note, NoteTint}};
        for (const auto& [words, tint] : onTints) {
            atLeast(words, tint, 4.5);
            atLeast(words, Panel, 4.5);
            atLeast(Text, tint, 4.5);
        }
        atLeast(AccentText, Accent, 4.5);
        atLeast(Accent, Panel, 4.5);
        for (const ThemeColor surface : {Panel, Raised}) {
            atLeast(Control, surface, 3);
            atLeast(Focus, surface, 3);
        }
    }
};

SIGNALBOX_UI_TEST(ContrastTest)

}

#include "tst_contrast.moc"
