"""What the standard defines: indicators, pay bands, ethnic groups. Data with closed schemas."""
