#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>
#include <QString>

#include <memory>

class QApplication;

namespace signalbox {

// The semantic colours of the look. Nothing else in ui/ names a colour. `...Tint` is the fill behind that colour.
enum class ThemeColor {
    Window,
    Panel,
    Raised,
    Line,
    Control,
    Track,
    Text,
    TextMuted,
    Accent,
    AccentText,
    Selection,
    Hover,
    Focus,
    Tier1,
    Tier1Tint,
    Tier2,
    Tier2Tint,
    Tier3,
    Tier3Tint,
    Tier4,
    Tier4Tint,
    Good,
    GoodTint,
    Warn,
    WarnTint,
    Bad,
    BadTint,
    Ai,
    AiTint,
    Visitor,
    VisitorTint,
    Agent,
    AgentTint,
    Note,
    NoteTint,
    NoteEdge,
    Count_
};

enum class TextStyle { PageTitle, PaneTitle, Body, BodyStrong, MessageText, Secondary, SectionLabel, Small, Code };

// Colours, fonts and icons of the window, light or dark, derived from the application font so that 80 to 200 % works.
// One object, made by Composition, handed to every page. Emits `changed` when the scheme or the text size changes.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    void setScheme(Scheme scheme);
    Scheme scheme() const;
    bool isDark() const;
    // What Scheme::System means: app/ asks the desktop and tells. Light until told.
    void setSystemDark(bool dark);
    void setTextScale(double scale);   // 0.8 to 2.0
    double textScale() const;

    QColor color(ThemeColor role) const;
    QColor tierColor(int tierRank) const;   // ranks past the fourth look like the fourth
    QColor tierTint(int tierRank) const;
    QFont font(TextStyle style) const;
    // Line height of a style in pixels, and a length of the 4 px grid at this text size.
    int lineHeight(TextStyle style) const;
    int px(int atFullSize) const;
    // One of resources/icons in a role's colour; cached by name, colour, size and pixel ratio.
    QIcon icon(const QString& name, ThemeColor role = ThemeColor::Text) const;
    QPixmap pixmap(const QString& name, ThemeColor role, int size, qreal devicePixelRatio) const;
    QPalette palette() const;

    // Palette, proxy style, font and style sheet of the whole application.
    void applyTo(QApplication& application);

Q_SIGNALS:
    void changed();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
