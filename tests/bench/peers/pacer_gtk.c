// SPDX-License-Identifier: MIT
// A breathing pacer as one writes it with GTK 3 and cairo: fullscreen, a
// glowing orb on every tick of the frame clock, only its own square drawn anew.
// Part of peers.py, which builds it; nothing of ours is linked.
#include <gtk/gtk.h>
#include <math.h>

#define BREATH_US 10e6
#define PI 3.14159265358979323846

static gboolean draw(GtkWidget *area, cairo_t *cr, gpointer unused)
{
    (void)unused;
    GdkFrameClock *clock = gtk_widget_get_frame_clock(area);
    double at = (double)gdk_frame_clock_get_frame_time(clock) / BREATH_US;
    double volume = 0.5 - 0.5 * cos(2 * PI * at);
    double x = gtk_widget_get_allocated_width(area) / 2.0;
    double y = gtk_widget_get_allocated_height(area) / 2.0;
    double r = y * (0.24 + 0.34 * volume);
    cairo_set_source_rgb(cr, 0.03, 0.05, 0.08);
    cairo_paint(cr);
    cairo_pattern_t *glow = cairo_pattern_create_radial(x, y, 0, x, y, r * 1.4);
    cairo_pattern_add_color_stop_rgba(glow, 0, 0.55, 0.8, 0.85, 1);
    cairo_pattern_add_color_stop_rgba(glow, 0.7, 0.3, 0.55, 0.65, 1);
    cairo_pattern_add_color_stop_rgba(glow, 1, 0.3, 0.55, 0.65, 0);
    cairo_set_source(cr, glow);
    cairo_arc(cr, x, y, r * 1.4, 0, 2 * PI);
    cairo_fill(cr);
    cairo_pattern_destroy(glow);
    cairo_set_source_rgb(cr, 0.9, 0.93, 0.95);
    cairo_set_font_size(cr, y * 0.08);
    cairo_move_to(cr, x * 0.9, y * 1.9);
    cairo_show_text(cr, fmod(at, 1) < 0.5 ? "Breathe in" : "Breathe out");
    return FALSE;
}

static gboolean tick(GtkWidget *area, GdkFrameClock *clock, gpointer unused)
{
    (void)clock;
    (void)unused;
    int w = gtk_widget_get_allocated_width(area);
    int h = gtk_widget_get_allocated_height(area);
    gtk_widget_queue_draw_area(area, (w - h) / 2, 0, h, h);
    return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv)
{
    gtk_init(&argc, &argv);
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    GtkWidget *area = gtk_drawing_area_new();
    gtk_container_add(GTK_CONTAINER(window), area);
    // Where no window manager runs nobody else makes it fill the screen.
    gtk_window_set_default_size(GTK_WINDOW(window), 1920, 1080);
    gtk_window_fullscreen(GTK_WINDOW(window));
    g_signal_connect(area, "draw", G_CALLBACK(draw), NULL);
    gtk_widget_add_tick_callback(area, tick, NULL, NULL);
    g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
    gtk_widget_show_all(window);
    gtk_main();
    return 0;
}
